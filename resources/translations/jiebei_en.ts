<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>About</name>
    <message>
        <source>关于借花规划</source>
        <translation>About Jiehua Planner</translation>
    </message>
    <message>
        <source>借花规划的标志</source>
        <translation>The Jiehua Planner sign</translation>
    </message>
    <message>
        <source>借花规划 {version}</source>
        <translation>Jiehua Planner {version}</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>用到的软件和许可…</source>
        <translation>Software used and its licences…</translation>
    </message>
    <message>
        <source>用到的软件和许可</source>
        <translation>Software used and its licences</translation>
    </message>
    <message>
        <source>软件</source>
        <translation>Software</translation>
    </message>
    <message>
        <source>许可全文</source>
        <translation>The licence in full</translation>
    </message>
    <message>
        <source>把借呗和花呗的还款算到分：每期多少，一共多付多少，哪个便宜，晚一天多付多少。</source>
        <translation>Works Jiebei and Huabei repayments out to the fen: how much each instalment is, what it costs in all, which is cheaper, and what a late day costs.</translation>
    </message>
    <message>
        <source>独立软件，与蚂蚁集团、支付宝没有关系，也没有得到它们的认可。</source>
        <translation>Independent software: not connected with Ant Group or Alipay, and not endorsed by them.</translation>
    </message>
    <message>
        <source>不联网；你填的东西只在这台电脑上。</source>
        <translation>No network: what you enter stays on this computer.</translation>
    </message>
    <message>
        <source>这里给的是算出来的数和出处，不是法律或理财建议；以你自己 App 和合同里写的为准。</source>
        <translation>It gives figures and where they come from, not legal or financial advice; what your own app and contract say decides.</translation>
    </message>
    <message>
        <source>MIT 许可。通过 PySide6 {pyside} 使用 Qt {qt}（LGPL 3，动态链接，程序文件夹里的 Qt 可以换成自己编译的），另有 pydantic {pydantic}、Python {python} 等。</source>
        <translation>MIT licence. Uses Qt {qt} through PySide6 {pyside} (LGPL 3, linked dynamically: the Qt in the program&apos;s folder may be replaced by one of your own making), pydantic {pydantic}, Python {python} and others.</translation>
    </message>
</context>
<context>
    <name>Alerts</name>
    <message>
        <source>{name}已经逾期 {days} 天，今天付 {amount} 元就不再逾期；再晚一天多付 {cost} 元</source>
        <translation>{name} is {days} {days:day|days} late: paying {amount} yuan today clears the arrears; each further day costs {cost} yuan more</translation>
    </message>
    <message>
        <source>看有哪些办法</source>
        <translation>See the ways out</translation>
    </message>
    <message>
        <source>{days} 天后（{day}）钱不够，差 {amount} 元</source>
        <translation>In {days} {days:day|days} ({day}) you will be {amount} yuan short</translation>
    </message>
    <message>
        <source>今天要还的比手上有的多，差 {amount} 元</source>
        <translation>More is due today than you have: {amount} yuan short</translation>
    </message>
    <message>
        <source>看先还哪笔</source>
        <translation>Which debt first</translation>
    </message>
    <message>
        <source>账户</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>{name}到 {day} 会差 {amount} 元，要先从别的账户转过去</source>
        <translation>{name} will be {amount} yuan short on {day}: move money there from another account first</translation>
    </message>
    <message>
        <source>看收支</source>
        <translation>See the entries</translation>
    </message>
    <message>
        <source>；{what}会晚 {late} 天，多付 {cost} 元</source>
        <translation>; {what}, will be {late} {late:day|days} late and cost {cost} yuan more</translation>
    </message>
    <message>
        <source>填上收入和开支，就知道往后每个月够不够还</source>
        <translation>Enter income and spending to see whether there is enough each month</translation>
    </message>
    <message>
        <source>填收支</source>
        <translation>Enter income and spending</translation>
    </message>
    <message>
        <source>{what} {day} 要还 {amount} 元，那天只有 {held} 元</source>
        <translation>{what}: {amount} yuan due on {day}; only {held} yuan will be there that day</translation>
    </message>
    <message>
        <source>{what} {day} 要还 {amount} 元，那天有 {held} 元，够</source>
        <translation>{what}: {amount} yuan due on {day}; {held} yuan will be there that day, which is enough</translation>
    </message>
    <message>
        <source>看这笔借款</source>
        <translation>See this loan</translation>
    </message>
    <message>
        <source>有 {count} 个月还款超过收入的 {bound}；最重是 {month}，占 {share}</source>
        <translation>Repayments take more than {bound} of income in {count} of the months ahead; most in {month}: {share}</translation>
    </message>
    <message>
        <source>试试更长的期数</source>
        <translation>Try longer terms</translation>
    </message>
    <message>
        <source>{name}的优惠到期：从 {day} 起每期多付 {more} 元</source>
        <translation>The coupon of {name} ends: from {day} on each instalment is {more} yuan more</translation>
    </message>
    <message>
        <source>{name}额度 {limit} 元已用 {used} 元（{share}）</source>
        <translation>{name}: {used} of the limit of {limit} yuan are used ({share})</translation>
    </message>
    <message>
        <source>余额是 {days} 天前（{day}）填的，现在是按计划推算的</source>
        <translation>The balance was entered {days} {days:day|days} ago ({day}); today&apos;s is worked out from the plan</translation>
    </message>
    <message>
        <source>填现在的余额</source>
        <translation>Enter today&apos;s balance</translation>
    </message>
    <message>
        <source>{name}算不出来，没有算在里面：{problem}</source>
        <translation>{name} cannot be worked out and is left out: {problem}</translation>
    </message>
    <message>
        <source>去改</source>
        <translation>Correct it</translation>
    </message>
</context>
<context>
    <name>Anonymous</name>
    <message>
        <source>类别 {number}</source>
        <translation>Category {number}</translation>
    </message>
    <message>
        <source>匿名的计划</source>
        <translation>Anonymous plan</translation>
    </message>
    <message>
        <source>产品 {number}</source>
        <translation>Product {number}</translation>
    </message>
    <message>
        <source>借款 {number}</source>
        <translation>Loan {number}</translation>
    </message>
    <message>
        <source>账户 {number}</source>
        <translation>Account {number}</translation>
    </message>
    <message>
        <source>收支 {number}</source>
        <translation>Item {number}</translation>
    </message>
    <message>
        <source>选项 {number}</source>
        <translation>Option {number}</translation>
    </message>
    <message>
        <source>方案 {number}</source>
        <translation>Scenario {number}</translation>
    </message>
    <message>
        <source>名称 {number}</source>
        <translation>Name {number}</translation>
    </message>
</context>
<context>
    <name>Backups</name>
    <message>
        <source>备份</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>备份时</source>
        <translation>In the backup</translation>
    </message>
    <message>
        <source>哪个文件的备份</source>
        <translation>Backups of which file</translation>
    </message>
    <message>
        <source>输入密码…</source>
        <translation>Enter the password…</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>每次保存都会留一份：最近 10 份，和最近 30 天里每天最后一份。</source>
        <translation>One is kept with each save: the last 10, and the last one of each of the last 30 days.</translation>
    </message>
    <message>
        <source>换回备份</source>
        <translation>Go back to a backup</translation>
    </message>
    <message>
        <source>换回这一份</source>
        <translation>Go back to this one</translation>
    </message>
    <message>
        <source>打开这一份</source>
        <translation>Open this one</translation>
    </message>
    <message>
        <source>还没有备份：第一次保存就会有。</source>
        <translation>No backups yet: the first save makes one.</translation>
    </message>
</context>
<context>
    <name>Beside</name>
    <message>
        <source>程序出了错，这里没有算出来。你填的都还在。</source>
        <translation>The program made a mistake and has no result here. All that you entered is still there.</translation>
    </message>
</context>
<context>
    <name>Bill</name>
    <message>
        <source>{day} 没有账单</source>
        <translation>no bill comes on {day}</translation>
    </message>
</context>
<context>
    <name>Budget</name>
    <message>
        <source>太远了，算不到那么多个月以后</source>
        <translation>too far: so many months ahead cannot be worked out</translation>
    </message>
    <message>
        <source>余额的日期 {day} 不能晚于今天 {today}</source>
        <translation>the balance&apos;s day, {day}, cannot be after today, {today}</translation>
    </message>
    <message>
        <source>第 {number} 笔</source>
        <translation>Loan {number}</translation>
    </message>
    <message>
        <source>最多 {most} 项</source>
        <translation>No more than {most}</translation>
    </message>
    <message>
        <source>要是 {least} 到 {most} 的整数</source>
        <translation>must be a whole number from {least} to {most}</translation>
    </message>
    <message>
        <source>先添加第二个账户，才能转账</source>
        <translation>A transfer needs a second account: add it first</translation>
    </message>
    <message>
        <source>最多 {most} 个账户</source>
        <translation>No more than {most} accounts</translation>
    </message>
    <message>
        <source>银行卡</source>
        <translation>Bank card</translation>
    </message>
    <message>
        <source>填上收入和开支，就知道下个月够不够还。</source>
        <translation>Enter income and spending to see whether there is enough next month.</translation>
    </message>
    <message>
        <source>{day}钱就不够了，差 {amount} 元。</source>
        <translation>Money runs short on {day}, by {amount} yuan.</translation>
    </message>
    <message>
        <source>今天就差 {amount} 元。</source>
        <translation>Money is short today, by {amount} yuan.</translation>
    </message>
    <message>
        <source>钱够，但 {month} 的还款占收入 {share}，超过 {bound}。</source>
        <translation>There is enough, but in {month} repayments take {share} of income, more than {bound}.</translation>
    </message>
    <message>
        <source>都还得上，但 {day}只剩 {amount} 元，低于你要留的 {cushion} 元。</source>
        <translation>Everything can be paid, but on {day} only {amount} yuan is left, less than the {cushion} yuan you want to keep.</translation>
    </message>
    <message>
        <source>往后 {count} 个月都够；最紧的是 {day}，还剩 {amount} 元。</source>
        <translation>There is enough for the next {count} {count:month|months}; the tightest day is {day}, with {amount} yuan left.</translation>
    </message>
    <message>
        <source>借款的还款会自己算进来，不用再填一遍。全部在这台电脑上算。</source>
        <translation>Repayments of your loans are counted automatically; no need to enter them again. All of it is worked out on this computer.</translation>
    </message>
    <message>
        <source>下个月收入 {income} 元，开支 {spending} 元，还款 {debt} 元{share}{overdue}。</source>
        <translation>Next month: income {income} yuan, spending {spending}, repayments {debt}{share}{overdue}.</translation>
    </message>
    <message>
        <source>，占收入 {share}</source>
        <translation>, {share} of income</translation>
    </message>
    <message>
        <source>，另有逾期的 {amount} 元</source>
        <translation>, and {amount} yuan already overdue</translation>
    </message>
    <message>
        <source>从 {day}的余额 {amount} 元算起。</source>
        <translation>Worked out from the balance of {day}: {amount} yuan.</translation>
    </message>
    <message>
        <source>还没填账户余额，先从 0 元算起；填上才准。</source>
        <translation>No account balance is entered yet, so it begins from 0 yuan; enter it for true figures.</translation>
    </message>
    <message>
        <source>节假日知道到 {year} 年，之后只看周末。</source>
        <translation>Holidays are known up to {year}; after that only weekends count.</translation>
    </message>
    <message>
        <source>有 {count} 笔借款算不出来，没有算在里面。</source>
        <translation>{count} {count:loan|loans} cannot be worked out and {count:is|are} left out.</translation>
    </message>
    <message>
        <source>逾期的{name}到 {last}都还不上，再多付 {cost} 元。</source>
        <translation>What is overdue of {name} cannot be paid even by {last} and costs {cost} yuan more by then.</translation>
    </message>
    <message>
        <source>逾期的{name}要到 {day}才还得上，再多付 {cost} 元。</source>
        <translation>What is overdue of {name} cannot be paid before {day} and costs {cost} yuan more by then.</translation>
    </message>
    <message>
        <source>{what}到 {last}都还不上，多付 {cost} 元。</source>
        <translation>{what}, cannot be paid even by {last} and costs {cost} yuan more by then.</translation>
    </message>
    <message>
        <source>{what}会晚 {days} 天，多付 {cost} 元。</source>
        <translation>{what}, will be {days} {days:day|days} late and cost {cost} yuan more.</translation>
    </message>
    <message>
        <source>{name}逾期的部分</source>
        <translation>{name}, overdue part</translation>
    </message>
    <message>
        <source>{name}提前还的一笔</source>
        <translation>{name}, early payment</translation>
    </message>
    <message>
        <source>{name}的一笔还款</source>
        <translation>{name}, a payment made</translation>
    </message>
    <message>
        <source>{name}第 {number} 期</source>
        <translation>{name}, instalment {number}</translation>
    </message>
    <message>
        <source>低于 {cushion} 元</source>
        <translation>falls below {cushion} yuan</translation>
    </message>
    <message>
        <source>不够</source>
        <translation>runs short</translation>
    </message>
    <message>
        <source>这个月先补 {once} 元，再每月多留 {monthly} 元到 {until}，就不会{level}。</source>
        <translation>Add {once} yuan this month and keep {monthly} more each month until {until}, and money never {level}.</translation>
    </message>
    <message>
        <source>这个月补上 {once} 元，就不会{level}。</source>
        <translation>Add {once} yuan this month, and money never {level}.</translation>
    </message>
    <message>
        <source>每月多留 {monthly} 元到 {until}，就不会{level}。</source>
        <translation>Keep {monthly} yuan more each month until {until}, and money never {level}.</translation>
    </message>
    <message>
        <source>可以</source>
        <translation>fine</translation>
    </message>
    <message>
        <source>偏紧</source>
        <translation>tight</translation>
    </message>
    <message>
        <source>太重</source>
        <translation>too heavy</translation>
    </message>
    <message>
        <source>没有收入</source>
        <translation>no income</translation>
    </message>
    <message>
        <source>不满一个月</source>
        <translation>part of a month</translation>
    </message>
    <message>
        <source>你的线：还款占收入到 {tight} 算可以，超过 {tight} 偏紧，超过 {heavy} 太重；在“填收支”里改。</source>
        <translation>Your bounds: repayments up to {tight} of income are fine, above {tight} tight, above {heavy} too heavy; change them under &quot;Income and spending&quot;.</translation>
    </message>
    <message>
        <source>出处：china.org.cn 2006-06-02，专家建议 28% 到 35%，银监会警戒线 55%。</source>
        <translation>Source: china.org.cn, 2006-06-02: experts&apos; 28% to 35%, and the banking regulator&apos;s warning limit of 55%.</translation>
    </message>
    <message>
        <source>不是整月，不算比例。</source>
        <translation>Not a whole month: no share is worked out.</translation>
    </message>
    <message>
        <source>这个月没有收入，比例无从谈起。</source>
        <translation>There is no income this month, so there is no share of it.</translation>
    </message>
    <message>
        <source>还款 {debt} ÷ 收入 {income} = {share}。</source>
        <translation>Repayments {debt} ÷ income {income} = {share}.</translation>
    </message>
    <message>
        <source>{day}：起初 {opening} + 到那天的收入 {income} − 开支 {spending} − 还款 {debt} = {held} 元。</source>
        <translation>{day}: opening {opening} + income by then {income} − spending {spending} − repayments {debt} = {held} yuan.</translation>
    </message>
    <message>
        <source>全额还</source>
        <translation>In full</translation>
    </message>
    <message>
        <source>最低还款</source>
        <translation>Minimum</translation>
    </message>
    <message>
        <source>{count} 期</source>
        <translation>{count}</translation>
    </message>
    <message>
        <source>{name}算不出来：{problem}</source>
        <translation>{name} cannot be worked out: {problem}</translation>
    </message>
    <message>
        <source>{name}：往后每个月都够，一共多付 {cost} 元。</source>
        <translation>{name}: enough in every month ahead, at a cost of {cost} yuan.</translation>
    </message>
    <message>
        <source>{name}：从 {month}起有 {count} 个月不够（或差得更多），最多差 {amount} 元。</source>
        <translation>{name}: from {month} on, {count} {count:month runs|months run} short (or shorter than now), by {amount} yuan at most.</translation>
    </message>
    <message>
        <source>第一期晚 {days} 天多付</source>
        <translation>First {days} d late: cost</translation>
    </message>
    <message>
        <source>钱不是限制；额度还剩 {left} 元。</source>
        <translation>Money would allow more; {left} yuan of the credit limit are left.</translation>
    </message>
    <message>
        <source>钱不是限制；产品最多借 {most} 元。</source>
        <translation>Money would allow more; the product lends {most} yuan at most.</translation>
    </message>
    <message>
        <source>{day}本来就没有多余的钱了（要留 {cushion} 元）。</source>
        <translation>On {day} there is nothing to spare as it is ({cushion} yuan are to be kept).</translation>
    </message>
    <message>
        <source>再多借，{day}就低于要留的 {cushion} 元。</source>
        <translation>Any more, and on {day} money falls below the {cushion} yuan to be kept.</translation>
    </message>
    <message>
        <source>收入</source>
        <translation>Income</translation>
    </message>
    <message>
        <source>开支</source>
        <translation>Spending</translation>
    </message>
    <message>
        <source>存起来</source>
        <translation>Saving</translation>
    </message>
    <message>
        <source>转账</source>
        <translation>Transfer</translation>
    </message>
    <message>
        <source>只有一次</source>
        <translation>Once</translation>
    </message>
    <message>
        <source>每几天</source>
        <translation>Every few days</translation>
    </message>
    <message>
        <source>每几周</source>
        <translation>Every few weeks</translation>
    </message>
    <message>
        <source>每月某日</source>
        <translation>On a day of the month</translation>
    </message>
    <message>
        <source>每年</source>
        <translation>Every year</translation>
    </message>
    <message>
        <source>每月最后一个工作日</source>
        <translation>Last working day of the month</translation>
    </message>
    <message>
        <source>每个工作日</source>
        <translation>Every working day</translation>
    </message>
    <message>
        <source>照常</source>
        <translation>As usual</translation>
    </message>
    <message>
        <source>提前到工作日</source>
        <translation>On the working day before</translation>
    </message>
    <message>
        <source>推到工作日</source>
        <translation>On the working day after</translation>
    </message>
    <message>
        <source>每天</source>
        <translation>Every day</translation>
    </message>
    <message>
        <source>每 {every} 天</source>
        <translation>Every {every} {every:day|days}</translation>
    </message>
    <message>
        <source>每周</source>
        <translation>Every week</translation>
    </message>
    <message>
        <source>每 {every} 周</source>
        <translation>Every {every} {every:week|weeks}</translation>
    </message>
    <message>
        <source>每月 {day} 日</source>
        <translation>Every month, day {day}</translation>
    </message>
    <message>
        <source>每 {every} 个月的 {day} 日</source>
        <translation>Every {every} {every:month|months}, day {day}</translation>
    </message>
    <message>
        <source>每年 {month} 月 {day} 日</source>
        <translation>Every year, {month:02d}-{day:02d}</translation>
    </message>
    <message>
        <source>每 {every} 年的 {month} 月 {day} 日</source>
        <translation>Every {every} {every:year|years}, {month:02d}-{day:02d}</translation>
    </message>
    <message>
        <source>，到 {end}</source>
        <translation>, until {end}</translation>
    </message>
    <message>
        <source>借呗</source>
        <translation>Jiebei</translation>
    </message>
    <message>
        <source>花呗</source>
        <translation>Huabei</translation>
    </message>
    <message>
        <source>其他借款</source>
        <translation>Other loans</translation>
    </message>
    <message>
        <source>结束 {end} 不能早于开始 {start}</source>
        <translation>The end {end} cannot be before the start {start}</translation>
    </message>
    <message>
        <source>要填第一次是哪一天</source>
        <translation>Enter the first day</translation>
    </message>
    <message>
        <source>要填每月几日</source>
        <translation>Enter the day of the month</translation>
    </message>
    <message>
        <source>要选转到哪个账户</source>
        <translation>Choose the account that it goes to</translation>
    </message>
    <message>
        <source>转出和转入是同一个账户</source>
        <translation>It leaves and enters the same account</translation>
    </message>
    <message>
        <source>不认识这种还法</source>
        <translation>Unknown way of repaying</translation>
    </message>
    <message>
        <source>有两项的代号一样</source>
        <translation>Two of them have the same id</translation>
    </message>
    <message>
        <source>没有这个账户：{account}</source>
        <translation>There is no account {account}</translation>
    </message>
    <message>
        <source>“太重”的线不能低于“偏紧”的线</source>
        <translation>The bound of &quot;too heavy&quot; cannot be below that of &quot;tight&quot;</translation>
    </message>
    <message>
        <source>这样转一圈又回到原来的账户：{name}</source>
        <translation>The money would come back to the account that it left: {name}</translation>
    </message>
    <message>
        <source>钱一天天有多少</source>
        <translation>Money day by day</translation>
    </message>
    <message>
        <source>往后每个月</source>
        <translation>Month by month</translation>
    </message>
    <message>
        <source>再借一笔，每个月会怎样</source>
        <translation>Month by month with another loan</translation>
    </message>
    <message>
        <source>我还能承担多少</source>
        <translation>How much I could carry</translation>
    </message>
    <message>
        <source>我还能承担多少（每天都不低于要留的钱）</source>
        <translation>How much more I could carry (with the money to keep left every day)</translation>
    </message>
    <message>
        <source>不再借</source>
        <translation>No new loan</translation>
    </message>
    <message>
        <source>要留 {amount}</source>
        <translation>Keep {amount}</translation>
    </message>
    <message>
        <source>{what} {amount}</source>
        <translation>{what} {amount}</translation>
    </message>
    <message>
        <source>{day}：{moved}，那天结束有 {held} 元。</source>
        <translation>{day}: {moved}. {held} yuan at the end of the day.</translation>
    </message>
    <message>
        <source>，</source>
        <translation>; </translation>
    </message>
    <message>
        <source>没有进出</source>
        <translation>nothing moves</translation>
    </message>
    <message>
        <source>月份</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>还款占收入</source>
        <translation>Share of
income</translation>
    </message>
    <message>
        <source>最紧的一天</source>
        <translation>Tightest
day</translation>
    </message>
    <message>
        <source>那天有</source>
        <translation>Money
then</translation>
    </message>
    <message>
        <source>会晚的，多付</source>
        <translation>Late · cost</translation>
    </message>
    <message>
        <source>{count} 笔，{cost}</source>
        <translation>{count} · {cost}</translation>
    </message>
    <message>
        <source>不再借，最紧那天</source>
        <translation>No new loan,
tightest day</translation>
    </message>
    <message>
        <source>{name}
当月还</source>
        <translation>{name}
to pay</translation>
    </message>
    <message>
        <source>{name}
最紧那天</source>
        <translation>{name}
tightest day</translation>
    </message>
    <message>
        <source>{name}
晚了多付</source>
        <translation>{name}
cost of late</translation>
    </message>
    <message>
        <source>产品和周期</source>
        <translation>Product and term</translation>
    </message>
    <message>
        <source>最多再借</source>
        <translation>Most to borrow</translation>
    </message>
    <message>
        <source>每次最多还</source>
        <translation>Highest payment</translation>
    </message>
    <message>
        <source>卡在哪个月</source>
        <translation>Limited by</translation>
    </message>
    <message>
        <source>生活 {spending} 元 + 存起来 {saving} 元</source>
        <translation>Living {spending} + saving {saving} yuan</translation>
    </message>
    <message>
        <source>要注意</source>
        <translation>What to look out for</translation>
    </message>
    <message>
        <source>还有 {count} 条，去“预算”看</source>
        <translation>{count} more on &quot;Budget&quot;</translation>
    </message>
    <message>
        <source>{action}：{alert}</source>
        <translation>{action}: {alert}</translation>
    </message>
    <message>
        <source>哪一天（不填：今天）</source>
        <translation>Day (empty: today)</translation>
    </message>
    <message>
        <source>那天结束时一共有多少</source>
        <translation>Money in all at its end</translation>
    </message>
    <message>
        <source>记下来</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>照计划走了吗</source>
        <translation>Are you on course?</translation>
    </message>
    <message>
        <source>计划和实际</source>
        <translation>Planned and actual</translation>
    </message>
    <message>
        <source>去掉选中的记录</source>
        <translation>Remove the chosen record</translation>
    </message>
    <message>
        <source>哪一天</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>计划有</source>
        <translation>Planned</translation>
    </message>
    <message>
        <source>实际有</source>
        <translation>Actual</translation>
    </message>
    <message>
        <source>这一段差了</source>
        <translation>Off since the last</translation>
    </message>
    <message>
        <source>要在 {since} 之后、今天（{today}）或以前</source>
        <translation>Must be after {since} and not after today ({today})</translation>
    </message>
    <message>
        <source>不能晚于今天（{today}）</source>
        <translation>cannot be after today ({today})</translation>
    </message>
    <message>
        <source>账户的余额就是今天填的，过些天再来记</source>
        <translation>The accounts&apos; balance is today&apos;s: come back in some days</translation>
    </message>
    <message>
        <source>记下实际余额</source>
        <translation>Record a balance</translation>
    </message>
    <message>
        <source>记下了 {day} 的余额</source>
        <translation>Recorded the balance of {day}</translation>
    </message>
    <message>
        <source>去掉余额记录</source>
        <translation>Remove a balance record</translation>
    </message>
    <message>
        <source>先在“填收支”里加一个账户，填上余额；以后每个月来记一次实际有多少。</source>
        <translation>First add an account with its balance under &quot;Income and spending&quot;; then come once a month to record what there really is.</translation>
    </message>
    <message>
        <source>计划从 {day}开始；还没有记过实际余额。</source>
        <translation>The plan begins on {day}; no actual balance has been recorded yet.</translation>
    </message>
    <message>
        <source>最近平均每月比计划少 {amount} 元：计划在走偏。</source>
        <translation>Lately there is {amount} yuan a month less than planned, on average: the plan is drifting.</translation>
    </message>
    <message>
        <source>照着计划在走，平均每月多 {amount} 元。</source>
        <translation>On course: on average {amount} yuan a month more than planned.</translation>
    </message>
    <message>
        <source>往后都够。</source>
        <translation>There is enough in all the months ahead.</translation>
    </message>
    <message>
        <source>再借一笔，两种产品各会怎样（先试，不算数）</source>
        <translation>Another loan by each product (only tried, nothing is borrowed)</translation>
    </message>
    <message>
        <source>借多少（不填：同“对比”）</source>
        <translation>Amount (empty: as in Compare)</translation>
    </message>
    <message>
        <source>哪天借（不填：今天）</source>
        <translation>Borrowed on (empty: today)</translation>
    </message>
    <message>
        <source>借呗和花呗对往后几个月的影响</source>
        <translation>What Jiebei and Huabei do to the months ahead</translation>
    </message>
    <message>
        <source>两种产品对往后几个月的影响</source>
        <translation>What each product does to the months ahead</translation>
    </message>
    <message>
        <source>{amount} 元</source>
        <translation>{amount} yuan</translation>
    </message>
    <message>
        <source>试另一个金额</source>
        <translation>Try another amount</translation>
    </message>
    <message>
        <source>试另一个日子</source>
        <translation>Try another day</translation>
    </message>
    <message>
        <source>试另一个周期</source>
        <translation>Try another term</translation>
    </message>
    <message>
        <source>变成借款</source>
        <translation>Make a loan</translation>
    </message>
    <message>
        <source>{name}已加到“借款”里</source>
        <translation>Added to Loans: {name}</translation>
    </message>
    <message>
        <source>账单不是一笔借款，变不成借款</source>
        <translation>A bill is no loan and can&apos;t become one</translation>
    </message>
    <message>
        <source>利息和手续费</source>
        <translation>Interest and fee</translation>
    </message>
    <message>
        <source>实际年化（复利）</source>
        <translation>Effective annual rate</translation>
    </message>
    <message>
        <source>还款最多占收入</source>
        <translation>Share of income</translation>
    </message>
    <message>
        <source>不够的月份</source>
        <translation>Months short</translation>
    </message>
    <message>
        <source>最紧的一天有</source>
        <translation>Least money</translation>
    </message>
    <message>
        <source>会晚的期数</source>
        <translation>Instalments late</translation>
    </message>
    <message>
        <source>晚了一共多付</source>
        <translation>Cost of being late</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>{count} 个月</source>
        <translation>{count}</translation>
    </message>
    <message>
        <source>没有</source>
        <translation>none</translation>
    </message>
    <message>
        <source>都按时还，没有罚息。</source>
        <translation>Everything is paid on time, so there is no penalty.</translation>
    </message>
    <message>
        <source>名字（可不填）</source>
        <translation>Name (optional)</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>每次多少</source>
        <translation>How much each time</translation>
    </message>
    <message>
        <source>多久一次</source>
        <translation>How often</translation>
    </message>
    <message>
        <source>每几次周期</source>
        <translation>Every how many</translation>
    </message>
    <message>
        <source>每月几日</source>
        <translation>Day of the month</translation>
    </message>
    <message>
        <source>从哪天起</source>
        <translation>From</translation>
    </message>
    <message>
        <source>到哪天止（可不填）</source>
        <translation>Until (optional)</translation>
    </message>
    <message>
        <source>遇到休息日</source>
        <translation>On a day off</translation>
    </message>
    <message>
        <source>每年涨（可不填）</source>
        <translation>Rises each year by (optional)</translation>
    </message>
    <message>
        <source>淡旺季：12 个月各百分之几（可不填）</source>
        <translation>Seasons: % of each month (optional)</translation>
    </message>
    <message>
        <source>类别（可不填）</source>
        <translation>Category (optional)</translation>
    </message>
    <message>
        <source>账户</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>转到</source>
        <translation>Goes to</translation>
    </message>
    <message>
        <source>上下可能差（可不填）</source>
        <translation>May vary up or down by (optional)</translation>
    </message>
    <message>
        <source>怎么付</source>
        <translation>How it is paid</translation>
    </message>
    <message>
        <source>现在有多少</source>
        <translation>Balance now</translation>
    </message>
    <message>
        <source>能用来还款吗</source>
        <translation>May it go to repayments?</translation>
    </message>
    <message>
        <source>任何时候至少留</source>
        <translation>Always keep at least</translation>
    </message>
    <message>
        <source>还款占收入超过多少算偏紧</source>
        <translation>Share of income: tight above</translation>
    </message>
    <message>
        <source>超过多少算太重</source>
        <translation>Share of income: too heavy above</translation>
    </message>
    <message>
        <source>花呗每月几日出账</source>
        <translation>Huabei statement day</translation>
    </message>
    <message>
        <source>花呗每月几日还</source>
        <translation>Huabei due day</translation>
    </message>
    <message>
        <source>借呗总额度（可不填）</source>
        <translation>Jiebei limit in all (optional)</translation>
    </message>
    <message>
        <source>花呗总额度（可不填）</source>
        <translation>Huabei limit in all (optional)</translation>
    </message>
    <message>
        <source>工资</source>
        <translation>Salary</translation>
    </message>
    <message>
        <source>营业收入</source>
        <translation>Business income</translation>
    </message>
    <message>
        <source>房租</source>
        <translation>Rent</translation>
    </message>
    <message>
        <source>吃饭</source>
        <translation>Food</translation>
    </message>
    <message>
        <source>交通</source>
        <translation>Transport</translation>
    </message>
    <message>
        <source>水电话费</source>
        <translation>Utilities and phone</translation>
    </message>
    <message>
        <source>孩子</source>
        <translation>Children</translation>
    </message>
    <message>
        <source>老人</source>
        <translation>Parents</translation>
    </message>
    <message>
        <source>看病</source>
        <translation>Medical</translation>
    </message>
    <message>
        <source>购物</source>
        <translation>Shopping</translation>
    </message>
    <message>
        <source>进货</source>
        <translation>Stock for the shop</translation>
    </message>
    <message>
        <source>当天付</source>
        <translation>That day</translation>
    </message>
    <message>
        <source>用花呗付，下月账单还</source>
        <translation>By Huabei, on next month&apos;s bill</translation>
    </message>
    <message>
        <source>删除这一项</source>
        <translation>Delete this entry</translation>
    </message>
    <message>
        <source>第一个账户</source>
        <translation>The first account</translation>
    </message>
    <message>
        <source>不算在账户里</source>
        <translation>Not into an account</translation>
    </message>
    <message>
        <source>每几天一次</source>
        <translation>Every how many days</translation>
    </message>
    <message>
        <source>每几周一次</source>
        <translation>Every how many weeks</translation>
    </message>
    <message>
        <source>每几个月一次</source>
        <translation>Every how many months</translation>
    </message>
    <message>
        <source>能，算在里面</source>
        <translation>Yes, it counts</translation>
    </message>
    <message>
        <source>不能，是留着的钱</source>
        <translation>No, it is set aside</translation>
    </message>
    <message>
        <source>删除这个账户</source>
        <translation>Delete this account</translation>
    </message>
    <message>
        <source>账户 {place}</source>
        <translation>Account {place}</translation>
    </message>
    <message>
        <source>+ 账户</source>
        <translation>+ Account</translation>
    </message>
    <message>
        <source>要留的钱、界线、额度…</source>
        <translation>Money to keep, bounds, limits…</translation>
    </message>
    <message>
        <source>收入和开支</source>
        <translation>Income and spending</translation>
    </message>
    <message>
        <source>先加一项收入：工资、营业收入、家里给的。再加房租、吃饭这些开支。余额填在账户里。</source>
        <translation>Begin with an income: a salary, business income, money from the family. Then add spending such as rent and food. Balances go with the accounts.</translation>
    </message>
    <message>
        <source>账户（修改余额就是今天的余额）</source>
        <translation>Accounts (a balance that you change is today&apos;s)</translation>
    </message>
    <message>
        <source>收入和开支（借款的还款会自己算进来，不用填）</source>
        <translation>Income and spending (repayments of loans are counted automatically)</translation>
    </message>
    <message>
        <source>名字</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>什么时候</source>
        <translation>When</translation>
    </message>
    <message>
        <source>每次</source>
        <translation>Each time</translation>
    </message>
    <message>
        <source>用途</source>
        <translation>Use</translation>
    </message>
    <message>
        <source>余额</source>
        <translation>Balance</translation>
    </message>
    <message>
        <source>添加{kind}</source>
        <translation>Add: {kind}</translation>
    </message>
    <message>
        <source>添加账户</source>
        <translation>Add account</translation>
    </message>
    <message>
        <source>删除一项收支</source>
        <translation>Delete entry</translation>
    </message>
    <message>
        <source>删除账户</source>
        <translation>Delete account</translation>
    </message>
    <message>
        <source>修改收支：{field}</source>
        <translation>Change budget: {field}</translation>
    </message>
    <message>
        <source>能用来还款</source>
        <translation>for repayments</translation>
    </message>
    <message>
        <source>留着的钱</source>
        <translation>set aside</translation>
    </message>
    <message>
        <source>预算</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>往后的月份</source>
        <translation>Months ahead</translation>
    </message>
    <message>
        <source>填收支</source>
        <translation>Income and spending</translation>
    </message>
    <message>
        <source>对照实际</source>
        <translation>Planned and actual</translation>
    </message>
    <message>
        <source>还能承担</source>
        <translation>What I could carry</translation>
    </message>
    <message>
        <source>收支</source>
        <translation>Entries</translation>
    </message>
    <message>
        <source>{name} 预算</source>
        <translation>{name} budget</translation>
    </message>
</context>
<context>
    <name>BudgetTable</name>
    <message>
        <source>月份</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>收入</source>
        <translation>Income</translation>
    </message>
    <message>
        <source>开支</source>
        <translation>Spending</translation>
    </message>
    <message>
        <source>存起来</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>占收入</source>
        <translation>Share of income</translation>
    </message>
    <message>
        <source>轻重</source>
        <translation>Load</translation>
    </message>
    <message>
        <source>最少的一天</source>
        <translation>Tightest day</translation>
    </message>
    <message>
        <source>那天有</source>
        <translation>Money then</translation>
    </message>
    <message>
        <source>还差</source>
        <translation>Short by</translation>
    </message>
    <message>
        <source>哪一期会晚</source>
        <translation>Instalments late</translation>
    </message>
    <message>
        <source>晚了多付</source>
        <translation>Cost of being late</translation>
    </message>
    <message>
        <source>、</source>
        <translation>; </translation>
    </message>
    <message>
        <source>产品和周期</source>
        <translation>Product and term</translation>
    </message>
    <message>
        <source>最多再借</source>
        <translation>Most to borrow</translation>
    </message>
    <message>
        <source>每次最多还</source>
        <translation>Highest payment</translation>
    </message>
    <message>
        <source>卡在哪天</source>
        <translation>Limited by</translation>
    </message>
    <message>
        <source>为什么</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>名字</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>每次</source>
        <translation>Each time</translation>
    </message>
    <message>
        <source>什么时候</source>
        <translation>When</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Category</translation>
    </message>
</context>
<context>
    <name>BudgetWhy</name>
    <message>
        <source>这个月没有填收入。</source>
        <translation>No income was entered for this month.</translation>
    </message>
    <message>
        <source>这个月没有填开支。</source>
        <translation>No spending was entered for this month.</translation>
    </message>
    <message>
        <source>逾期的部分：没还的各期加罚息，明细在“逾期”页。</source>
        <translation>The overdue part: the unpaid instalments and the penalty; the page &quot;Late&quot; has the details.</translation>
    </message>
    <message>
        <source>提前还的一笔：你自己定的金额。</source>
        <translation>An early payment: the amount is your own choice.</translation>
    </message>
    <message>
        <source>{what}：{how}</source>
        <translation>{what}: {how}</translation>
    </message>
    <message>
        <source>{count} 次还款里最多的一次是 {amount} 元：</source>
        <translation>The largest of {count} {count:payment|payments} is {amount} yuan:</translation>
    </message>
    <message>
        <source>{due} 该还 {payment} 元，晚 {days} 天：</source>
        <translation>{payment} yuan are due on {due}; {days} {days:day|days} late:</translation>
    </message>
    <message>
        <source>从 {since} 的 {amount} 元起，按填的收支和还款走到 {day}，计划有 {planned} 元。</source>
        <translation>From {amount} yuan on {since}, with the income, spending and repayments entered, the plan has {planned} yuan on {day}.</translation>
    </message>
    <message>
        <source>实际 {real} − 计划 {planned} = {drift} 元。</source>
        <translation>Really there {real} − planned {planned} = {drift} yuan.</translation>
    </message>
    <message>
        <source>{day} {what} {amount}</source>
        <translation>{day} {what} {amount}</translation>
    </message>
    <message>
        <source>……还有 {count} 笔</source>
        <translation>… and {count} more</translation>
    </message>
    <message>
        <source>一共 {amount} 元。</source>
        <translation>{amount} yuan in all.</translation>
    </message>
</context>
<context>
    <name>Calc</name>
    <message>
        <source>输入不是 JSON：{detail}</source>
        <translation>The input is not JSON: {detail}</translation>
    </message>
    <message>
        <source>输入要是一个 JSON 数组</source>
        <translation>The input must be a JSON array</translation>
    </message>
    <message>
        <source>每个请求要是一个 JSON 对象</source>
        <translation>Each request must be a JSON object</translation>
    </message>
    <message>
        <source>不认识这种请求；可用：{known}</source>
        <translation>Unknown kind of request; there are: {known}</translation>
    </message>
    <message>
        <source>要是一个非空的数组，每一项有 amount 和 date 或 period</source>
        <translation>Must be a non-empty array, each item with amount and date or period</translation>
    </message>
    <message>
        <source>要是一个非空的数组，每一项是一份 terms</source>
        <translation>must be a non-empty array of terms</translation>
    </message>
    <message>
        <source>要是一个 JSON 对象</source>
        <translation>must be a JSON object</translation>
    </message>
    <message>
        <source>要是天数的数组，每个是 0 到 {most} 的整数</source>
        <translation>must be an array of days, each a whole number from 0 to {most}</translation>
    </message>
    <message>
        <source>每一项都要有 date，或者都有 period（0 起的整数）</source>
        <translation>Every item needs a date, or every item a period (an integer from 0)</translation>
    </message>
    <message>
        <source>scenario 和 chance 至少要有一个</source>
        <translation>give scenario or chance, or both</translation>
    </message>
    <message>
        <source>要比较办法，就要有 chance</source>
        <translation>remedies are compared by chance: give it, too</translation>
    </message>
</context>
<context>
    <name>Calendar</name>
    <message>
        <source>日期要写成 2026-11-24 这样</source>
        <translation>Write a date like 2026-11-24</translation>
    </message>
    <message>
        <source>日历上没有 {text} 这一天</source>
        <translation>There is no {text} on the calendar</translation>
    </message>
    <message>
        <source>日期要在 {first} 到 {last} 之间</source>
        <translation>The date must lie between {first} and {last}</translation>
    </message>
</context>
<context>
    <name>CalendarFile</name>
    <message>
        <source>{what}（不用还了）</source>
        <translation>{what} (no longer to be paid)</translation>
    </message>
    <message>
        <source>现在的计划里没有这一笔了。</source>
        <translation>The plan does not have this any more.</translation>
    </message>
    <message>
        <source>还款</source>
        <translation>Repayment</translation>
    </message>
    <message>
        <source>提前的天数要在 0 到 {most} 之间</source>
        <translation>The days ahead must be from 0 to {most}</translation>
    </message>
    <message>
        <source>还款日 {plan}</source>
        <translation>Due days {plan}</translation>
    </message>
    <message>
        <source>明天：{what}</source>
        <translation>Tomorrow: {what}</translation>
    </message>
    <message>
        <source>今天：{what}</source>
        <translation>Today: {what}</translation>
    </message>
    <message>
        <source>还有 {days} 天：{what}</source>
        <translation>In {days} {days:day|days}: {what}</translation>
    </message>
</context>
<context>
    <name>Charts</name>
    <message>
        <source>元</source>
        <translation>yuan</translation>
    </message>
    <message>
        <source>{name}：{values}</source>
        <translation>{name}: {values}</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
    <message>
        <source>还没有数，画不了。</source>
        <translation>There are no figures yet, so there is no picture.</translation>
    </message>
    <message>
        <source>一半的情况比这好，一半比这差</source>
        <translation>Half lie above, half below</translation>
    </message>
    <message>
        <source>{share}% 的情况在这里面</source>
        <translation>{share}% lie in here</translation>
    </message>
    <message>
        <source>一半的情况低于 {value}</source>
        <translation>half below {value}</translation>
    </message>
    <message>
        <source>{share}% 的情况低于 {value}</source>
        <translation>{share}% below {value}</translation>
    </message>
    <message>
        <source>扇形图，{share}% 的情况在里面</source>
        <translation>Fan chart with {share}% of the cases inside</translation>
    </message>
    <message>
        <source>借呗</source>
        <translation>Jiebei</translation>
    </message>
    <message>
        <source>花呗</source>
        <translation>Huabei</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>逾期</source>
        <translation>Late</translation>
    </message>
    <message>
        <source>一共 {value}</source>
        <translation>{value} in all</translation>
    </message>
    <message>
        <source>柱状图</source>
        <translation>Bar chart</translation>
    </message>
    <message>
        <source>第 {place} 个：{text}</source>
        <translation>No. {place}: {text}</translation>
    </message>
    <message>
        <source>上移</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>下移</source>
        <translation>Down</translation>
    </message>
    <message>
        <source>拖动，或者按 {up}、{down} 改变顺序</source>
        <translation>Drag, or press {up} or {down}, to change the order</translation>
    </message>
    <message>
        <source>{act}：{text}</source>
        <translation>{act}: {text}</translation>
    </message>
    <message>
        <source>没有要排的。</source>
        <translation>There is nothing to put in order.</translation>
    </message>
    <message>
        <source>折线图</source>
        <translation>Line chart</translation>
    </message>
    <message>
        <source>{kind}，{first} 到 {last}。</source>
        <translation>{kind}, {first} to {last}. </translation>
    </message>
    <message>
        <source>{kind}，{first}。</source>
        <translation>{kind}, {first}. </translation>
    </message>
    <message>
        <source>一直是 {value}。</source>
        <translation>Always {value}. </translation>
    </message>
    <message>
        <source>从 {begin}到 {end}，最少 {least}（{low}），最多 {most}（{high}）。</source>
        <translation>From {begin} to {end}, least {least} ({low}), most {most} ({high}). </translation>
    </message>
    <message>
        <source>没有超过“{level}”的。</source>
        <translation>Never above &quot;{level}&quot;. </translation>
    </message>
    <message>
        <source>{when} 第一次超过“{level}”。</source>
        <translation>First above &quot;{level}&quot; on {when}. </translation>
    </message>
    <message>
        <source>没有低于“{level}”的。</source>
        <translation>Never below &quot;{level}&quot;. </translation>
    </message>
    <message>
        <source>{when} 第一次低于“{level}”。</source>
        <translation>First below &quot;{level}&quot; on {when}. </translation>
    </message>
    <message>
        <source>{when} 起“{more}”比“{less}”多。</source>
        <translation>From {when} on, &quot;{more}&quot; is more than &quot;{less}&quot;. </translation>
    </message>
</context>
<context>
    <name>Cli</name>
    <message>
        <source>没有屏幕（DISPLAY 和 WAYLAND_DISPLAY 都没有设）：窗口开不了</source>
        <translation>No screen (neither DISPLAY nor WAYLAND_DISPLAY is set): the window cannot be opened</translation>
    </message>
    <message>
        <source>借呗和花呗的还款规划</source>
        <translation>Plan Jiebei and Huabei repayments</translation>
    </message>
    <message>
        <source>检查这个程序本身：每一页、每种图、每种文件</source>
        <translation>test the program itself: every page, every kind of chart and of file</translation>
    </message>
    <message>
        <source>打开窗口（不写命令时也是）</source>
        <translation>open the window (also without a command)</translation>
    </message>
    <message>
        <source>要打开的计划文件</source>
        <translation>the plan file to open</translation>
    </message>
    <message>
        <source>第一页一画好就打印用了多少毫秒，然后退出</source>
        <translation>print after how many milliseconds the first page was painted, and quit</translation>
    </message>
    <message>
        <source>不打开窗口，只在托盘里提醒</source>
        <translation>open no window, only remind from the tray</translation>
    </message>
    <message>
        <source>读 JSON 请求，写 JSON 结果</source>
        <translation>read JSON requests, write JSON results</translation>
    </message>
    <message>
        <source>请求文件；不写就读标准输入</source>
        <translation>the file of requests; standard input without it</translation>
    </message>
    <message>
        <source>把一个计划写成表格、工作簿、日历或 PDF</source>
        <translation>write a plan as tables, a workbook, a calendar or PDF</translation>
    </message>
    <message>
        <source>读支付宝账单，和计划对账</source>
        <translation>read an Alipay statement and hold it against a plan</translation>
    </message>
    <message>
        <source>不开窗口，把示例计划写成表格和图片</source>
        <translation>write the sample plan as tables and pictures, without a window</translation>
    </message>
    <message>
        <source>写到哪个文件夹</source>
        <translation>the folder to write to</translation>
    </message>
    <message>
        <source>给每一页截图</source>
        <translation>take a picture of every page</translation>
    </message>
    <message>
        <source>计划文件</source>
        <translation>the plan file</translation>
    </message>
    <message>
        <source>每张表一个 CSV</source>
        <translation>a CSV for each table</translation>
    </message>
    <message>
        <source>一个 Excel 工作簿</source>
        <translation>one Excel workbook</translation>
    </message>
    <message>
        <source>还款日的日历</source>
        <translation>a calendar of the due days</translation>
    </message>
    <message>
        <source>可以打印的 PDF</source>
        <translation>PDF files to print</translation>
    </message>
    <message>
        <source>计划文件的密码</source>
        <translation>the password of the plan file</translation>
    </message>
    <message>
        <source>CSV 的表头用固定的英文名</source>
        <translation>stable English keys as headers of CSV files</translation>
    </message>
    <message>
        <source>CSV 里不写怎么算的</source>
        <translation>leave out of CSV files how figures came about</translation>
    </message>
    <message>
        <source>CSV 开头不加 UTF-8 标记</source>
        <translation>no UTF-8 mark at the start of CSV files</translation>
    </message>
    <message>
        <source>支付宝导出的 .csv 或 .zip</source>
        <translation>the .csv or .zip that Alipay exported</translation>
    </message>
    <message>
        <source>.zip 的密码</source>
        <translation>the password of the .zip</translation>
    </message>
    <message>
        <source>拿来对账的计划文件；对上的还款记进去</source>
        <translation>the plan file to hold it against; repayments that match are recorded in it</translation>
    </message>
    <message>
        <source>只看，不改计划</source>
        <translation>only look, leave the plan as it is</translation>
    </message>
    <message>
        <source>用 JSON 打印</source>
        <translation>print JSON</translation>
    </message>
    <message>
        <source>没有说要写成什么、写到哪里：--csv、--xlsx、--ics 或 --pdf，后面写文件夹</source>
        <translation>It was not said what to write and where: --csv, --xlsx, --ics or --pdf, followed by a folder</translation>
    </message>
    <message>
        <source>读不了 {name}：{reason}</source>
        <translation>Can not read {name}: {reason}</translation>
    </message>
    <message>
        <source>没有新的还款要记。</source>
        <translation>There are no new repayments to record.</translation>
    </message>
    <message>
        <source>有 {count} 笔可以记进计划；这次只看，没有改。</source>
        <translation>{count} can be recorded in the plan; this time nothing was changed.</translation>
    </message>
    <message>
        <source>记进计划 {count} 笔。</source>
        <translation>{count} recorded in the plan.</translation>
    </message>
    <message>
        <source>{name} 是更新版本的程序存的，没有改。</source>
        <translation>{name} was saved by a newer version of the program and was not changed.</translation>
    </message>
    <message>
        <source>{name} 正在别处打开，没有改；请先关上它。</source>
        <translation>{name} is open elsewhere and was not changed; please close it first.</translation>
    </message>
    <message>
        <source>{name} 改好了，只是没能留备份：{reason}</source>
        <translation>{name} was changed, but no backup could be kept: {reason}</translation>
    </message>
    <message>
        <source>第 {line} 行 {day} {kind} {amount} {said}</source>
        <translation>Row {line} {day} {kind} {amount} {said}</translation>
    </message>
    <message>
        <source>{count} 行和花呗、借呗有关，{skipped} 行无关。</source>
        <translation>{count} {count:row concerns|rows concern} Huabei or Jiebei, {skipped} do not.</translation>
    </message>
    <message>
        <source>请用 {option} 写上计划的密码。</source>
        <translation>Give the plan&apos;s password with {option}.</translation>
    </message>
    <message>
        <source>程序出了错（{kind}），什么都没有改。</source>
        <translation>The program made a mistake ({kind}); nothing was changed.</translation>
    </message>
    <message>
        <source>要做的都做完了，只是打印不出来：{reason}</source>
        <translation>All is done, but it can&apos;t be printed: {reason}</translation>
    </message>
    <message>
        <source>{path} 写不了：{reason}</source>
        <translation>{path} can&apos;t be written: {reason}</translation>
    </message>
</context>
<context>
    <name>Columns</name>
    <message>
        <source>第 {period} 期那天多还的钱不行：{problem}</source>
        <translation>What is paid on top with instalment {period} won&apos;t do: {problem}</translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <source>哪天还</source>
        <translation>When to pay</translation>
    </message>
    <message>
        <source>钱的进出，按日期</source>
        <translation>Money in and out, by date</translation>
    </message>
    <message>
        <source>{name}：分几期、晚几天，一共多付多少（元）</source>
        <translation>{name}: cost in yuan by term and days late</translation>
    </message>
    <message>
        <source>每一期</source>
        <translation>Every instalment</translation>
    </message>
    <message>
        <source>对比</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>并排比较</source>
        <translation>Side by side</translation>
    </message>
    <message>
        <source>对比 {labels}</source>
        <translation>Comparison {labels}</translation>
    </message>
    <message>
        <source>修改对比：{field}</source>
        <translation>Change comparison: {field}</translation>
    </message>
    <message>
        <source>移动一列</source>
        <translation>move a column</translation>
    </message>
    <message>
        <source>换一列作基准</source>
        <translation>choose another base column</translation>
    </message>
    <message>
        <source>复制一列</source>
        <translation>copy a column</translation>
    </message>
    <message>
        <source>去掉一列</source>
        <translation>remove a column</translation>
    </message>
    <message>
        <source>已经在“借款”里加了一笔：{name}</source>
        <translation>Added to Loans: {name}</translation>
    </message>
    <message>
        <source>点一个数，或走到它按 {key}，就能看到它是怎么来的：公式、规则、来源。</source>
        <translation>Click a figure, or go to it and press {key}, to see how it came about: formula, rule, source.</translation>
    </message>
    <message>
        <source>算不出来</source>
        <translation>cannot be worked out</translation>
    </message>
    <message>
        <source>{name}
还款日</source>
        <translation>{name}
due</translation>
    </message>
    <message>
        <source>应还</source>
        <translation>To pay</translation>
    </message>
    <message>
        <source>还剩本金</source>
        <translation>Balance</translation>
    </message>
    <message>
        <source>{least}～{most}</source>
        <translation>{least} to {most}</translation>
    </message>
    <message>
        <source>{amount}，占收入 {share}</source>
        <translation>{amount}, {share} of income</translation>
    </message>
    <message>
        <source>每期还款</source>
        <translation>Each instalment</translation>
    </message>
    <message>
        <source>每一期还的钱；各期不一样时写出范围，下面的表里有每一期。</source>
        <translation>What is paid each time; a range where the payments differ, and the table below has every one.</translation>
    </message>
    <message>
        <source>总共还</source>
        <translation>Paid in all</translation>
    </message>
    <message>
        <source>所有各期加起来。</source>
        <translation>All payments added up.</translation>
    </message>
    <message>
        <source>利息和手续费</source>
        <translation>Interest and fee</translation>
    </message>
    <message>
        <source>每借 100 元多付</source>
        <translation>Cost per 100 yuan</translation>
    </message>
    <message>
        <source>利息和手续费 ÷ 本金 × 100。</source>
        <translation>Interest and fee ÷ principal × 100.</translation>
    </message>
    <message>
        <source>名义年化（单利）</source>
        <translation>Nominal annual rate</translation>
    </message>
    <message>
        <source>每期的内部收益率 × 一年的期数，不算利滚利。</source>
        <translation>Internal rate of return of a period × periods a year, not compounded.</translation>
    </message>
    <message>
        <source>实际年化（复利）</source>
        <translation>Effective annual rate</translation>
    </message>
    <message>
        <source>按真实日期的现金流折现（IRR），一年 365 天，算利滚利。</source>
        <translation>Discounted cash flow on the real dates (IRR), 365 days a year, compounded.</translation>
    </message>
    <message>
        <source>免息天数</source>
        <translation>Interest-free days</translation>
    </message>
    <message>
        <source>从拿到钱那天起，一分钱也不收的天数。</source>
        <translation>Days from getting the money on for which nothing at all is charged.</translation>
    </message>
    <message>
        <source>首个还款日</source>
        <translation>First due date</translation>
    </message>
    <message>
        <source>当天 24:00 前还上都不算逾期。</source>
        <translation>Paid before 24:00 of that day it is not late.</translation>
    </message>
    <message>
        <source>最后还款日</source>
        <translation>Last due date</translation>
    </message>
    <message>
        <source>这天还完，就不欠了。</source>
        <translation>With this day&apos;s payment nothing is owed any more.</translation>
    </message>
    <message>
        <source>最多的一个月要还</source>
        <translation>Highest month</translation>
    </message>
    <message>
        <source>按自然月加起来最多的那个月；在“逾期”的协商里填了每月收入，就写出占多少。</source>
        <translation>The calendar month with the most to pay; as a share of income where the letter on the Late page has one.</translation>
    </message>
    <message>
        <source>第 {period} 期还清，多付</source>
        <translation>Cost, paid off with no. {period}</translation>
    </message>
    <message>
        <source>还第 {period} 期的那天一次还清，前后一共付的利息和手续费。</source>
        <translation>All interest and fees when everything is paid off on the due date of instalment {period}.</translation>
    </message>
    <message>
        <source>晚 {days} 天，罚息</source>
        <translation>Penalty after {days} d</translation>
    </message>
    <message>
        <source>第一期晚 {days} 天还、其余按时，要多付的罚息。</source>
        <translation>The penalty when the first instalment is paid {days} d late and all others on time.</translation>
    </message>
    <message>
        <source>各期的利息和手续费加起来，等于总共还的减去本金。</source>
        <translation>Interest and fees of all instalments, which is all that is paid less the principal.</translation>
    </message>
    <message>
        <source>晚 {days} 天（滑块），罚息</source>
        <translation>Penalty after {days} d (slider)</translation>
    </message>
    <message>
        <source>不知道</source>
        <translation>Not known</translation>
    </message>
    <message>
        <source>加一列</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>加一列：{name}</source>
        <translation>Add a column: {name}</translation>
    </message>
    <message>
        <source>{periods} 期</source>
        <translation>{periods}</translation>
    </message>
    <message>
        <source>花呗账单</source>
        <translation>Huabei bill</translation>
    </message>
    <message>
        <source>全额还</source>
        <translation>In full</translation>
    </message>
    <message>
        <source>最低还款</source>
        <translation>Minimum</translation>
    </message>
    <message>
        <source>更多 ▼</source>
        <translation>More ▼</translation>
    </message>
    <message>
        <source>加一列：我的借款，或者别的产品</source>
        <translation>Add a column: one of my loans, or another product</translation>
    </message>
    <message>
        <source>我的借款：{name}</source>
        <translation>My loan: {name}</translation>
    </message>
    <message>
        <source>同上面的日期</source>
        <translation>The date above</translation>
    </message>
    <message>
        <source>另外一天借（可不填）</source>
        <translation>Lent on (optional)</translation>
    </message>
    <message>
        <source>每月几日还</source>
        <translation>Due day</translation>
    </message>
    <message>
        <source>另外一天买（可不填）</source>
        <translation>Bought on (optional)</translation>
    </message>
    <message>
        <source>优惠券、日期…</source>
        <translation>Coupon, days…</translation>
    </message>
    <message>
        <source>{remark}。</source>
        <translation>{remark}.</translation>
    </message>
    <message>
        <source>设为基准</source>
        <translation>Make base</translation>
    </message>
    <message>
        <source>别的列都和这一列比差多少</source>
        <translation>Show how far the other columns are from this one</translation>
    </message>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>变成借款</source>
        <translation>Make a loan</translation>
    </message>
    <message>
        <source>照这一列在“借款”里加一笔</source>
        <translation>Add a loan like this column to Loans</translation>
    </message>
    <message>
        <source>去掉</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>到每一天为止，付了多少利息和手续费</source>
        <translation>Interest and fees paid up to each day</translation>
    </message>
    <message>
        <source>到每一天为止，还欠多少本金</source>
        <translation>Principal owed on each day</translation>
    </message>
    <message>
        <source>第一期晚几天，多付多少罚息</source>
        <translation>Penalty by days late of the first instalment</translation>
    </message>
    <message>
        <source>，比基准 {difference}</source>
        <translation>, {difference} against the base</translation>
    </message>
    <message>
        <source>{name}，{title}：{figure}{beside}</source>
        <translation>{name}, {title}: {figure}{beside}</translation>
    </message>
    <message>
        <source>基准</source>
        <translation>Base</translation>
    </message>
    <message>
        <source>复制说明</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>收起</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>收起说明（Esc）</source>
        <translation>Close the explanation (Esc)</translation>
    </message>
    <message>
        <source>往左移一列</source>
        <translation>Move one column to the left</translation>
    </message>
    <message>
        <source>往右移一列</source>
        <translation>Move one column to the right</translation>
    </message>
    <message>
        <source>复制这一列</source>
        <translation>Copy this column</translation>
    </message>
    <message>
        <source>去掉这一列</source>
        <translation>Remove this column</translation>
    </message>
</context>
<context>
    <name>CompareWhy</name>
    <message>
        <source>{name} · {title}：{figure}</source>
        <translation>{name} · {title}: {figure}</translation>
    </message>
    <message>
        <source>{name} · 第 {number} 期，{day}：还 {payment} 元</source>
        <translation>{name} · instalment {number}, {day}: {payment} yuan</translation>
    </message>
    <message>
        <source>{name} · {day} 提前多还 {payment} 元</source>
        <translation>{name} · {payment} yuan on top on {day}</translation>
    </message>
    <message>
        <source>{start} 到 {end} 没有利息和手续费：{days} 天。</source>
        <translation>No interest and no fee from {start} to {end}: {days} {days:day|days}.</translation>
    </message>
    <message>
        <source>第一次还款就有利息或手续费，没有免息的日子。</source>
        <translation>The first payment has interest or a fee in it: no day is free.</translation>
    </message>
    <message>
        <source>{day} 的账单：新消费 {new} + 上期剩下 {carried} + 利息 {interest} = {total} 元。</source>
        <translation>Bill of {day}: new {new} + carried {carried} + interest {interest} = {total} yuan.</translation>
    </message>
    <message>
        <source>利息：{balance} × 每天 {rate}% × {days} 天 = {amount} 元，从上次还款日的第二天算起。</source>
        <translation>Interest: {balance} × {rate}% a day × {days} {days:day|days} = {amount} yuan, from the day after the last due date on.</translation>
    </message>
    <message>
        <source>最低还款：新消费 {new} × {share}% + 上期剩下的和利息 = {minimum} 元，剩 {rest} 元。</source>
        <translation>Minimum: new {new} × {share}% + what was carried with its interest = {minimum} yuan; {rest} yuan are left.</translation>
    </message>
    <message>
        <source>{first} + … + {last}（共 {count} 期）= {total}</source>
        <translation>{first} + … + {last} ({count} in all) = {total}</translation>
    </message>
    <message>
        <source>一分钱也没多付，所以是 0。</source>
        <translation>Nothing is paid beyond the principal, so it is 0.</translation>
    </message>
    <message>
        <source>{start} 拿到 {amount}；{flows}。</source>
        <translation>{amount} lent on {start}; {flows}.</translation>
    </message>
    <message>
        <source>按年利率 {rate} 把后面的每笔还款折回起始日，加起来正好等于拿到的钱。</source>
        <translation>Discounted to the first day at {rate} a year, all payments add up to the money that was lent.</translation>
    </message>
    <message>
        <source>账单不是等间隔的：由实际年化 {effective} 换成每月，×12 = {nominal}。</source>
        <translation>Bills are not evenly spaced: the effective rate of {effective} made monthly, × 12 = {nominal}.</translation>
    </message>
    <message>
        <source>每期 {each} × 一年 {count} 期 = {nominal}。</source>
        <translation>{each} a period × {count} periods a year = {nominal}.</translation>
    </message>
    <message>
        <source>{start} 买的东西在 {statement} 出账，{due} 到期。</source>
        <translation>What was bought on {start} is billed on {statement} and due on {due}.</translation>
    </message>
    <message>
        <source>{start} 拿到钱，每期一个月，第 {number} 期在 {due}。</source>
        <translation>Lent on {start}, one instalment a month, number {number} on {due}.</translation>
    </message>
    <message>
        <source>{start} 拿到钱，到期那天 {due} 一次还。</source>
        <translation>Lent on {start}, repaid at once on {due}.</translation>
    </message>
    <message>
        <source>每月哪天还</source>
        <translation>Due day</translation>
    </message>
    <message>
        <source>{name}：你自己填的 {day} 日。</source>
        <translation>{name}: the {day}, as you entered it.</translation>
    </message>
    <message>
        <source>{months} 还 {amount} 元。</source>
        <translation>{amount} yuan in {months}.</translation>
    </message>
    <message>
        <source>每月收入 {income} 元：{amount} ÷ {income} = {share}。</source>
        <translation>Income of {income} yuan a month: {amount} ÷ {income} = {share}.</translation>
    </message>
    <message>
        <source>到第 {period} 期本来就还完了，和利息、手续费一样。</source>
        <translation>By instalment {period} all is repaid anyway: it is the usual interest and fee.</translation>
    </message>
    <message>
        <source>早还省不下钱，手续费照收，所以和利息、手续费一样。</source>
        <translation>Paying early saves nothing, the fee is charged all the same: it is the usual interest and fee.</translation>
    </message>
    <message>
        <source>第 {period} 次账单就全额还，之后没有利息。</source>
        <translation>Bill {period} is paid in full, and nothing is charged after it.</translation>
    </message>
    <message>
        <source>第 {period} 期 {amount}</source>
        <translation>no. {period} {amount}</translation>
    </message>
    <message>
        <source>各期还清分别一共多付：{each}。</source>
        <translation>The whole cost by when it is paid off: {each}.</translation>
    </message>
    <message>
        <source>{due} 该还 {payment} 元，拖到 {until}。</source>
        <translation>{payment} yuan due on {due} are paid on {until}.</translation>
    </message>
    <message>
        <source>罚息</source>
        <translation>Penalty</translation>
    </message>
    <message>
        <source>提前还清</source>
        <translation>Paying off early</translation>
    </message>
    <message>
        <source>规则：花呗账单（{version} 核对）。</source>
        <translation>Rule: Huabei bill (checked {version}).</translation>
    </message>
    <message>
        <source>最低还款</source>
        <translation>Minimum payment</translation>
    </message>
    <message>
        <source>没还的部分，每天</source>
        <translation>What is left unpaid, a day</translation>
    </message>
    <message>
        <source>{statement} 日出账、{due} 日还：你自己填的。</source>
        <translation>Billed on the {statement}, due on the {due}: as you entered it.</translation>
    </message>
    <message>
        <source>{day} 日出账，哪天还</source>
        <translation>Billed on the {day}, due on</translation>
    </message>
    <message>
        <source>{name}：{value}。来自 {sources}（{confidence}）。</source>
        <translation>{name}: {value}. From {sources} ({confidence}).</translation>
    </message>
    <message>
        <source>另一种说法：{value}，来自 {sources}。</source>
        <translation>Another view: {value}, from {sources}.</translation>
    </message>
    <message>
        <source>借 {amount} − 已还本金 {paid} = 还欠 {left}</source>
        <translation>lent {amount} − principal repaid {paid} = still owed {left}</translation>
    </message>
    <message>
        <source>到 {day} 还没有还过。</source>
        <translation>Nothing was paid back by {day}.</translation>
    </message>
</context>
<context>
    <name>Crash</name>
    <message>
        <source>程序出了错</source>
        <translation>Something went wrong</translation>
    </message>
    <message>
        <source>错误报告</source>
        <translation>Error report</translation>
    </message>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>另存一份计划…</source>
        <translation>Save a copy of the plan…</translation>
    </message>
    <message>
        <source>继续</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>已复制</source>
        <translation>Copied</translation>
    </message>
    <message>
        <source>程序出了一个没料到的错</source>
        <translation>The program ran into an unexpected error</translation>
    </message>
    <message>
        <source>你的计划还在，改过的都存在这台电脑上。可以继续用；不放心的话，先另存一份。</source>
        <translation>Your plan is still here, and your changes are kept on this computer. You can go on; to be safe, save a copy first.</translation>
    </message>
    <message>
        <source>想告诉开发者，可以复制下面这段。金额和名字都拿掉了；程序不联网，这段话不会自己发出去。</source>
        <translation>To tell the developers, copy the text below. Amounts and names were taken out; the program does not go online, and nothing is sent by itself.</translation>
    </message>
</context>
<context>
    <name>CsvDialog</name>
    <message>
        <source>计划没有动。</source>
        <translation>The plan is as it was.</translation>
    </message>
    <message>
        <source>导入 {name}</source>
        <translation>Import {name}</translation>
    </message>
    <message>
        <source>文件里的每一行</source>
        <translation>Each row of the file</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>有错 {count} 行</source>
        <translation>{count} wrong</translation>
    </message>
    <message>
        <source>新的 {count} 行</source>
        <translation>{count} new</translation>
    </message>
    <message>
        <source>有改动 {count} 行</source>
        <translation>{count} changed</translation>
    </message>
    <message>
        <source>一样的 {count} 行</source>
        <translation>{count} the same</translation>
    </message>
    <message>
        <source>文件里只有列名，没有内容。</source>
        <translation>The file has column names only, and no rows.</translation>
    </message>
    <message>
        <source>借款</source>
        <translation>Loans</translation>
    </message>
    <message>
        <source>收支和账户</source>
        <translation>Entries and accounts</translation>
    </message>
    <message>
        <source>{kind}：{counts}。</source>
        <translation>{kind}: {counts}.</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>有错的行要先在文件里改好，再导入；现在什么都不会改。</source>
        <translation>Correct the wrong rows in the file first, then import it again; nothing is changed now.</translation>
    </message>
    <message>
        <source>和计划里的一样，没有要导入的。</source>
        <translation>The plan has all of it already; there is nothing to import.</translation>
    </message>
    <message>
        <source>导入 {count} 笔</source>
        <translation>Import {count}</translation>
    </message>
    <message>
        <source>导入 {count} 项</source>
        <translation>Import {count}</translation>
    </message>
    <message>
        <source>文件里没有的借款和没有的列都不会动。导入后可以撤销。</source>
        <translation>Loans and columns that are not in the file stay as they are. The import can be undone.</translation>
    </message>
    <message>
        <source>文件里没有的账户、收支和没有的列都不会动。导入后可以撤销。</source>
        <translation>Accounts, entries and columns that are not in the file stay as they are. The import can be undone.</translation>
    </message>
    <message>
        <source>行</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>What</translation>
    </message>
    <message>
        <source>怎样</source>
        <translation>State</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>第 {line} 行，{what}：{said}</source>
        <translation>Row {line}, {what}: {said}</translation>
    </message>
    <message>
        <source>第 {line} 行，{what}</source>
        <translation>Row {line}, {what}</translation>
    </message>
    <message>
        <source>有错</source>
        <translation>Wrong</translation>
    </message>
    <message>
        <source>新的</source>
        <translation>New</translation>
    </message>
    <message>
        <source>有改动</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>一样</source>
        <translation>Same</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
    <message>
        <source>{column}：{message}</source>
        <translation>{column}: {message}</translation>
    </message>
</context>
<context>
    <name>CsvIn</name>
    <message>
        <source>里面什么都没有</source>
        <translation>there is nothing in it</translation>
    </message>
    <message>
        <source>这不是一个普通文件</source>
        <translation>it is not an ordinary file</translation>
    </message>
    <message>
        <source>超过了 {most} MB，一个计划放不下这么多</source>
        <translation>it has more than {most} MB, and a plan has no room for that much</translation>
    </message>
    <message>
        <source>这是 Excel 的工作簿；请在 Excel 里另存为 CSV，再导入</source>
        <translation>it is an Excel workbook; save it as CSV in Excel and import that</translation>
    </message>
    <message>
        <source>最后一个字只有一半，文件没有写完</source>
        <translation>its last character is only half there, the file was not written to its end</translation>
    </message>
    <message>
        <source>不是 UTF-8、UTF-16 或 GB18030 的文字；请另存为 CSV UTF-8，再导入</source>
        <translation>it is no text in UTF-8, UTF-16 or GB18030; save it as CSV UTF-8 and import that</translation>
    </message>
    <message>
        <source>超过了 {most} 行，一个计划放不下这么多</source>
        <translation>it has more than {most} rows, and a plan has no room for that many</translation>
    </message>
    <message>
        <source>第 {line} 行超过了 {most} 格，不会是借款或收支的表</source>
        <translation>row {line} has more than {most} cells, which no table of loans or of a budget has</translation>
    </message>
    <message>
        <source>第 {line} 行的引号不成对，文件可能没有写完</source>
        <translation>the quotes of row {line} do not match, perhaps the file was not written to its end</translation>
    </message>
    <message>
        <source>读不了 {name}：{reason}。</source>
        <translation>{name} cannot be read: {reason}.</translation>
    </message>
</context>
<context>
    <name>Custom</name>
    <message>
        <source>还没填，先按 0 算</source>
        <translation>Left out; counted as 0 for now</translation>
    </message>
    <message>
        <source>不填，就不知道晚一天多收多少</source>
        <translation>Without it nobody knows what a day late costs</translation>
    </message>
    <message>
        <source>信用卡</source>
        <translation>Credit card</translation>
    </message>
    <message>
        <source>京东白条</source>
        <translation>JD Baitiao</translation>
    </message>
    <message>
        <source>微粒贷</source>
        <translation>Weilidai</translation>
    </message>
    <message>
        <source>银行贷款</source>
        <translation>Bank loan</translation>
    </message>
    <message>
        <source>向朋友借的</source>
        <translation>From a friend</translation>
    </message>
</context>
<context>
    <name>Demo</name>
    <message>
        <source>没能写到 {folder}：{reason}</source>
        <translation>Could not write to {folder}: {reason}</translation>
    </message>
    <message>
        <source>写好的文件：</source>
        <translation>Files written:</translation>
    </message>
</context>
<context>
    <name>Disclosure</name>
    <message>
        <source>综合融资成本明示表</source>
        <translation>Table of all borrowing costs</translation>
    </message>
    <message>
        <source>照 App 里的明示表核对…</source>
        <translation>Check against the app&apos;s table…</translation>
    </message>
    <message>
        <source>照 App 里的明示表核对</source>
        <translation>Check against the app&apos;s table</translation>
    </message>
    <message>
        <source>利息和手续费合计</source>
        <translation>Interest and fees in all</translation>
    </message>
    <message>
        <source>第一期应还</source>
        <translation>First instalment</translation>
    </message>
    <message>
        <source>本息和费用一共</source>
        <translation>All payments together</translation>
    </message>
    <message>
        <source>年化综合融资成本</source>
        <translation>Annual cost as shown</translation>
    </message>
    <message>
        <source>本金、期数、日期和还款方式用这笔借款的。知道几项填几项。</source>
        <translation>Amount, term, dates and method are this loan&apos;s. Fill in whatever you know.</translation>
    </message>
    <message>
        <source>用这个价格</source>
        <translation>Use this price</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>总手续费率 {rate}%</source>
        <translation>a total fee of {rate}%</translation>
    </message>
    <message>
        <source>日利率 {rate}%</source>
        <translation>a daily rate of {rate}%</translation>
    </message>
    <message>
        <source>{price}，填的每一项都对得上：</source>
        <translation>From {price}: every figure fits.</translation>
    </message>
    <message>
        <source>最接近的是{price}，但有的对不上：</source>
        <translation>Closest is {price}, but not everything fits:</translation>
    </message>
    <message>
        <source>借款</source>
        <translation>Loan</translation>
    </message>
    <message>
        <source>按时还要付的</source>
        <translation>If paid on time</translation>
    </message>
    <message>
        <source>按时还的年化</source>
        <translation>Per year, on time</translation>
    </message>
    <message>
        <source>晚还可能付的</source>
        <translation>If paid late</translation>
    </message>
    <message>
        <source>提前结清</source>
        <translation>Settling early</translation>
    </message>
    <message>
        <source>{start} 起息，{first} 首次还，{last} 还清</source>
        <translation>from {start}, first due {first}, paid off {last}</translation>
    </message>
    <message>
        <source>{periods} 期</source>
        <translation>{periods} {periods:instalment|instalments}</translation>
    </message>
    <message>
        <source>本金</source>
        <translation>Amount borrowed</translation>
    </message>
    <message>
        <source>期数和日期</source>
        <translation>Term and dates</translation>
    </message>
    <message>
        <source>还款方式</source>
        <translation>Method</translation>
    </message>
    <message>
        <source>放款方</source>
        <translation>the lender</translation>
    </message>
    <message>
        <source>按未还本金，{per} {rate}%</source>
        <translation>on what is still owed, {per} {rate}%</translation>
    </message>
    <message>
        <source>按最初本金收 {rate}%，分 {periods} 期</source>
        <translation>{rate}% of the amount borrowed, over {periods} {periods:instalment|instalments}</translation>
    </message>
    <message>
        <source>利息</source>
        <translation>Interest</translation>
    </message>
    <message>
        <source>手续费</source>
        <translation>Fee</translation>
    </message>
    <message>
        <source>照填的条件，没有别的费用</source>
        <translation>By the terms entered there is no other charge</translation>
    </message>
    <message>
        <source>单利：每期内部收益率 × 一年的期数</source>
        <translation>simple: IRR of a period × periods a year</translation>
    </message>
    <message>
        <source>复利：按还款日的内部收益率，一年 365 天</source>
        <translation>compound: IRR on the due dates, 365 days a year</translation>
    </message>
    <message>
        <source>名义年化</source>
        <translation>Nominal rate</translation>
    </message>
    <message>
        <source>实际年化</source>
        <translation>Effective rate</translation>
    </message>
    <message>
        <source>日利率 × {days} 天</source>
        <translation>daily rate × {days} {days:day|days}</translation>
    </message>
    <message>
        <source>日利率折年</source>
        <translation>Daily rate per year</translation>
    </message>
    <message>
        <source>没有查到，以合同为准</source>
        <translation>Not found; the contract decides</translation>
    </message>
    <message>
        <source>罚息</source>
        <translation>Penalty</translation>
    </message>
    <message>
        <source>{base}，宽限 {grace} 天，{compounding}</source>
        <translation>{base}, {grace} {grace:day|days} of grace, {compounding}</translation>
    </message>
    <message>
        <source>日利率的 {times} 倍</source>
        <translation>{times} × the daily rate</translation>
    </message>
    <message>
        <source>按逾期的本金</source>
        <translation>on the overdue principal</translation>
    </message>
    <message>
        <source>按逾期没还的金额</source>
        <translation>on the overdue amount</translation>
    </message>
    <message>
        <source>按全部未还本金</source>
        <translation>on all principal still owed</translation>
    </message>
    <message>
        <source>不计复利</source>
        <translation>not compounded</translation>
    </message>
    <message>
        <source>按月计复利</source>
        <translation>compounded monthly</translation>
    </message>
    <message>
        <source>后面各期的手续费照收</source>
        <translation>the fees of later instalments are still charged</translation>
    </message>
    <message>
        <source>再收下一期的手续费</source>
        <translation>the next instalment&apos;s fee is still charged</translation>
    </message>
    <message>
        <source>后面各期的手续费不收</source>
        <translation>the fees of later instalments are not charged</translation>
    </message>
    <message>
        <source>未到期的手续费</source>
        <translation>Fees not yet due</translation>
    </message>
    <message>
        <source>剩余本金的 {rate}%</source>
        <translation>{rate}% of the principal left</translation>
    </message>
    <message>
        <source>不少于一期的费用</source>
        <translation>no less than one instalment&apos;s cost</translation>
    </message>
    <message>
        <source>没有</source>
        <translation>none</translation>
    </message>
    <message>
        <source>提前结清费</source>
        <translation>Charge for settling</translation>
    </message>
</context>
<context>
    <name>DueDays</name>
    <message>
        <source>{name} 提前还</source>
        <translation>{name}, early payment</translation>
    </message>
    <message>
        <source>{name} 剩下的罚息</source>
        <translation>{name}, remaining penalty</translation>
    </message>
    <message>
        <source>{name} 第 {number} 期</source>
        <translation>{name}, instalment {number}</translation>
    </message>
    <message>
        <source>{what} 还 {amount} 元</source>
        <translation>{what}: pay {amount} yuan</translation>
    </message>
    <message>
        <source>{what} 已逾期 还差 {amount} 元</source>
        <translation>{what}: overdue, {amount} yuan left to pay</translation>
    </message>
    <message>
        <source>{what} 已还</source>
        <translation>{what}: paid</translation>
    </message>
    <message>
        <source>{what} 不用还了</source>
        <translation>{what}: no longer to be paid</translation>
    </message>
    <message>
        <source>这一天一共要还 {amount} 元。</source>
        <translation>To be paid on this day in all: {amount} yuan.</translation>
    </message>
    <message>
        <source>由“借花规划”算出，以贷款人 App 里的为准。</source>
        <translation>Worked out by Jiehua Planner; what counts is what the lender&apos;s app says.</translation>
    </message>
    <message>
        <source>{loan}，第 {number} 期，最后一期是第 {last} 期</source>
        <translation>{loan}, instalment {number}; the last one is {last}</translation>
    </message>
    <message>
        <source>现在的计划里没有这一期了，不用还。</source>
        <translation>The plan has no such instalment any more; nothing is to be paid.</translation>
    </message>
    <message>
        <source>按计划里的记录，已经还了。</source>
        <translation>By the plan&apos;s records this is paid.</translation>
    </message>
    <message>
        <source>本金 {amount}</source>
        <translation>principal {amount}</translation>
    </message>
    <message>
        <source>利息 {amount}</source>
        <translation>interest {amount}</translation>
    </message>
    <message>
        <source>手续费 {amount}</source>
        <translation>fee {amount}</translation>
    </message>
    <message>
        <source> − 前面多还的 {amount}</source>
        <translation> − paid ahead {amount}</translation>
    </message>
    <message>
        <source>{amount} 元 = {parts}</source>
        <translation>{amount} yuan = {parts}</translation>
    </message>
    <message>
        <source>{today}一共付 {amount} 元，这笔借款就不再逾期；其中罚息 {penalty} 元。</source>
        <translation>With {amount} yuan paid on {today} this loan is no longer overdue; {penalty} yuan of it are penalty.</translation>
    </message>
    <message>
        <source>{today}一共付 {amount} 元，这笔借款就不再逾期。</source>
        <translation>With {amount} yuan paid on {today} this loan is no longer overdue.</translation>
    </message>
    <message>
        <source>不知道罚息怎么算，没有算在里面。</source>
        <translation>How the penalty is charged is not known, so it is not included.</translation>
    </message>
    <message>
        <source>按预算，那天有 {held} 元，还差 {missing} 元。</source>
        <translation>By the budget there are {held} yuan on that day, {missing} yuan too few.</translation>
    </message>
    <message>
        <source>按预算，那天有 {held} 元，够。</source>
        <translation>By the budget there are {held} yuan on that day: enough.</translation>
    </message>
    <message>
        <source>那天是周末。</source>
        <translation>That day is at a weekend.</translation>
    </message>
    <message>
        <source>那天{holiday}放假，前一个工作日是 {before}。</source>
        <translation>That day is off in China ({holiday}); the last working day before it is {before}.</translation>
    </message>
    <message>
        <source>那天是周末，前一个工作日是 {before}。</source>
        <translation>That day is at a weekend; the last working day before it is {before}.</translation>
    </message>
    <message>
        <source>{year} 年怎么放假还不知道，这里只看周末。</source>
        <translation>The holidays of {year} are not announced yet; only weekends are looked at here.</translation>
    </message>
</context>
<context>
    <name>Entry</name>
    <message>
        <source>要在 0 到 100（%）之间</source>
        <translation>Must lie between 0 and 100 (%)</translation>
    </message>
    <message>
        <source>期</source>
        <translation>instalments</translation>
    </message>
    <message>
        <source>期数要填 1 到 {most} 的整数</source>
        <translation>Enter a whole number of instalments from 1 to {most}</translation>
    </message>
    <message>
        <source>要填一个整数</source>
        <translation>Enter a whole number</translation>
    </message>
    <message>
        <source>要填 1 到 28 的整数；App 里每月的还款日不会是 29、30、31 日</source>
        <translation>enter a whole number from 1 to 28: due days are never the 29th, 30th or 31st</translation>
    </message>
    <message>
        <source>要填 1 到 31 的整数；月份没有那么多天时是最后一天</source>
        <translation>Enter a whole number from 1 to 31; a shorter month takes its last day</translation>
    </message>
    <message>
        <source>要在 -100 到 100（%）之间</source>
        <translation>Must lie between -100 and 100 (%)</translation>
    </message>
    <message>
        <source>要填 12 个数（1 月到 12 月，平常是 100），现在是 {count} 个</source>
        <translation>Enter 12 numbers (January to December, usually 100); there are {count} now</translation>
    </message>
</context>
<context>
    <name>Events</name>
    <message>
        <source>途中的变动</source>
        <translation>Changes on the way</translation>
    </message>
    <message>
        <source>照常还。要是提前还一笔、一次结清或者利率变了，加在这里看差多少。</source>
        <translation>Paid as agreed. If you pay some early, settle, or the rate changes, add it here to see what it makes.</translation>
    </message>
    <message>
        <source>去掉</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>去掉：{event}</source>
        <translation>Remove: {event}</translation>
    </message>
    <message>
        <source>去掉变动</source>
        <translation>Remove a change</translation>
    </message>
    <message>
        <source>哪一天</source>
        <translation>On which day</translation>
    </message>
    <message>
        <source>还多少</source>
        <translation>How much</translation>
    </message>
    <message>
        <source>以后</source>
        <translation>From then on</translation>
    </message>
    <message>
        <source>期数变少，每期不变</source>
        <translation>fewer instalments, each as before</translation>
    </message>
    <message>
        <source>每期变少，期数不变</source>
        <translation>smaller instalments, as many as before</translation>
    </message>
    <message>
        <source>新利率</source>
        <translation>New rate</translation>
    </message>
    <message>
        <source>减免多少</source>
        <translation>How much is let off</translation>
    </message>
    <message>
        <source>减免什么</source>
        <translation>What is let off</translation>
    </message>
    <message>
        <source>加上</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>算了</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>欠的利息和罚息</source>
        <translation>Overdue interest and penalty</translation>
    </message>
    <message>
        <source>分几期</source>
        <translation>Instalments</translation>
    </message>
    <message>
        <source>{per}（不填：照旧）</source>
        <translation>{per} (empty: as before)</translation>
    </message>
    <message>
        <source>首个还款日（不填：一个月后）</source>
        <translation>First due date (empty: in a month)</translation>
    </message>
    <message>
        <source>提前还一笔</source>
        <translation>Pay some early</translation>
    </message>
    <message>
        <source>一次结清</source>
        <translation>Settle</translation>
    </message>
    <message>
        <source>利率变了</source>
        <translation>Rate changed</translation>
    </message>
    <message>
        <source>逾期后还了一笔</source>
        <translation>Paid some late</translation>
    </message>
    <message>
        <source>减免</source>
        <translation>Let off</translation>
    </message>
    <message>
        <source>重新分期</source>
        <translation>New plan</translation>
    </message>
    <message>
        <source>那天还没有到期的；提前还请选“提前还一笔”</source>
        <translation>nothing was due by that day; to pay early choose &quot;Pay some early&quot;</translation>
    </message>
    <message>
        <source>{day}一次结清</source>
        <translation>{day}: settled</translation>
    </message>
    <message>
        <source>利率</source>
        <translation>rate</translation>
    </message>
    <message>
        <source>{day}起{per} {rate}%</source>
        <translation>from {day}: {per} {rate}%</translation>
    </message>
    <message>
        <source>{day}还了 {amount} 元</source>
        <translation>{day}: {amount} yuan paid</translation>
    </message>
    <message>
        <source>{day}减免{what} {amount} 元</source>
        <translation>{day}: {amount} yuan of {what} let off</translation>
    </message>
    <message>
        <source>{day}重新分 {periods} 期，{arrears}</source>
        <translation>{day}: a new plan of {periods} {periods:instalment|instalments}; {arrears}</translation>
    </message>
    <message>
        <source>期数变少</source>
        <translation>fewer instalments</translation>
    </message>
    <message>
        <source>每期变少</source>
        <translation>smaller instalments</translation>
    </message>
    <message>
        <source>{day}提前还 {amount} 元，{effect}</source>
        <translation>{day}: {amount} yuan early, {effect}</translation>
    </message>
    <message>
        <source>罚息</source>
        <translation>penalty</translation>
    </message>
    <message>
        <source>利息</source>
        <translation>interest</translation>
    </message>
    <message>
        <source>手续费</source>
        <translation>fee</translation>
    </message>
    <message>
        <source>欠的利息和罚息并入本金</source>
        <translation>interest and penalty join principal</translation>
    </message>
    <message>
        <source>欠的利息和罚息挂账，最后一期还</source>
        <translation>interest and penalty come last</translation>
    </message>
    <message>
        <source>罚息减免，利息并入本金</source>
        <translation>penalty waived, interest to principal</translation>
    </message>
    <message>
        <source>和照常还比，少付 {amount} 元。</source>
        <translation>{amount} yuan less than paying as agreed.</translation>
    </message>
    <message>
        <source>和照常还比，多付 {amount} 元。</source>
        <translation>{amount} yuan more than paying as agreed.</translation>
    </message>
    <message>
        <source>{last} 已经还清，之后不能再有变动</source>
        <translation>It is paid off on {last}; nothing can happen after that</translation>
    </message>
    <message>
        <source>不能早于起息日 {start}</source>
        <translation>cannot be before {start}, when interest begins</translation>
    </message>
    <message>
        <source>还款表里没有这种变动，它只改变欠多少</source>
        <translation>a schedule knows no such event: it only changes what is owed</translation>
    </message>
    <message>
        <source>按手续费收的没有利率可变</source>
        <translation>a loan that charges a fee has no rate to change</translation>
    </message>
    <message>
        <source>没有欠款，不用重新分期</source>
        <translation>nothing is owed, so there is nothing to divide anew</translation>
    </message>
    <message>
        <source>首个还款日要在 {day} 之后</source>
        <translation>the first due date must be after {day}</translation>
    </message>
    <message>
        <source>这样分期，前面每期都还不到本金；请减少期数或利率</source>
        <translation>no instalment but the last would repay any principal; take fewer of them or a lower rate</translation>
    </message>
    <message>
        <source>{day} 已经有一个新利率了</source>
        <translation>there is a new rate on {day} already</translation>
    </message>
    <message>
        <source>要多于到那天的利息 {interest} 元，才还得到本金</source>
        <translation>must be more than the interest to that day, {interest} yuan, to repay any principal</translation>
    </message>
    <message>
        <source>要少于全部本息 {all} 元；全部还清请用 settlement（结清）</source>
        <translation>must be less than all that is owed, {all} yuan; to pay everything off use settlement</translation>
    </message>
    <message>
        <source>要是一个数组</source>
        <translation>must be an array</translation>
    </message>
    <message>
        <source>每一项要是一个 JSON 对象</source>
        <translation>each item must be a JSON object</translation>
    </message>
    <message>
        <source>可用的变动：{known}</source>
        <translation>events that there are: {known}</translation>
    </message>
    <message>
        <source>那天只欠 {most} 元，减免不能更多</source>
        <translation>only {most} yuan are owed that day; no more can be let off</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>导出整个计划</source>
        <translation>Export the whole plan</translation>
    </message>
    <message>
        <source>CSV 表格：每笔借款、全部还款日、对比、预算……一张表一个文件</source>
        <translation>CSV tables: loans, due dates, comparison, budget… a file each</translation>
    </message>
    <message>
        <source>Excel 工作簿：同样的表放在一起，带图和合计</source>
        <translation>Excel workbook: the same tables together, with charts and totals</translation>
    </message>
    <message>
        <source>PDF：还款表、成本明示表、逾期、预算，可以打印</source>
        <translation>PDF: schedules, tables of all costs, overdue sheet, budget, to print</translation>
    </message>
    <message>
        <source>日历 .ics：每个还款日一条，到前会提醒</source>
        <translation>Calendar .ics: an entry for each due date, with reminders</translation>
    </message>
    <message>
        <source>开头加 UTF-8 标记（Excel 直接打开不乱码）</source>
        <translation>Begin with a UTF-8 mark (so that Excel reads Chinese right)</translation>
    </message>
    <message>
        <source>表头用固定的英文名（给程序读）</source>
        <translation>Stable English keys as headers (for programs)</translation>
    </message>
    <message>
        <source>写上每个数是怎么来的</source>
        <translation>Say how each figure came about</translation>
    </message>
    <message>
        <source>选文件夹，导出…</source>
        <translation>Choose a folder and export…</translation>
    </message>
    <message>
        <source>打开文件夹</source>
        <translation>Open the folder</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>导出到哪个文件夹</source>
        <translation>Folder to export to</translation>
    </message>
    <message>
        <source>已算好 {name}……</source>
        <translation>{name} is ready…</translation>
    </message>
    <message>
        <source>没能写到 {folder}：{reason}。计划没有动，换个文件夹再试。</source>
        <translation>Could not write to {folder}: {reason}. The plan is as it was; try another folder.</translation>
    </message>
    <message>
        <source>写好了 {count} 个文件，在 {folder}</source>
        <translation>{count} {count:file|files} written to {folder}</translation>
    </message>
    <message>
        <source>这个文件夹里已经有 {count} 个同名的文件：{names}</source>
        <translation>Files that are in this folder already: {count} ({names})</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>停下</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>要哪些？</source>
        <translation>What is wanted?</translation>
    </message>
    <message>
        <source>停下了，什么都没有写。</source>
        <translation>Stopped; nothing was written.</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>产品</source>
        <translation>Product</translation>
    </message>
    <message>
        <source>名字（可不填）</source>
        <translation>Name (optional)</translation>
    </message>
    <message>
        <source>借了多少</source>
        <translation>Amount borrowed</translation>
    </message>
    <message>
        <source>借多少</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>哪天借的</source>
        <translation>Borrowed on</translation>
    </message>
    <message>
        <source>分几期</source>
        <translation>Instalments</translation>
    </message>
    <message>
        <source>怎么还</source>
        <translation>Repayment</translation>
    </message>
    <message>
        <source>利率</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>利率单位</source>
        <translation>Unit of the rate</translation>
    </message>
    <message>
        <source>总手续费率</source>
        <translation>Whole fee</translation>
    </message>
    <message>
        <source>首个还款日（可不填）</source>
        <translation>First due date (optional)</translation>
    </message>
    <message>
        <source>App 写的每期金额（可不填）</source>
        <translation>Instalment your app shows (optional)</translation>
    </message>
    <message>
        <source>每月还款日（可不填）</source>
        <translation>Due day (optional)</translation>
    </message>
    <message>
        <source>只减前几期</source>
        <translation>Only the first</translation>
    </message>
    <message>
        <source>逾期每天多收（可不填）</source>
        <translation>Each day late costs (optional)</translation>
    </message>
    <message>
        <source>从第几期起没还（可不填）</source>
        <translation>Unpaid from (optional)</translation>
    </message>
    <message>
        <source>不管它，再拖几天</source>
        <translation>Do nothing for another</translation>
    </message>
    <message>
        <source>推迟几个月</source>
        <translation>Put off by</translation>
    </message>
    <message>
        <source>结清时罚息减免</source>
        <translation>Penalty let off on settling</translation>
    </message>
    <message>
        <source>欠的利息和罚息</source>
        <translation>Overdue interest, penalty</translation>
    </message>
    <message>
        <source>每月收入（可不填）</source>
        <translation>Monthly income (optional)</translation>
    </message>
    <message>
        <source>每月必要开支（可不填）</source>
        <translation>Monthly needs (optional)</translation>
    </message>
    <message>
        <source>为什么还不上</source>
        <translation>Why you cannot pay</translation>
    </message>
    <message>
        <source>署名（可不填）</source>
        <translation>Signed by (optional)</translation>
    </message>
    <message>
        <source>联系方式（可不填）</source>
        <translation>Contact (optional)</translation>
    </message>
    <message>
        <source>每月几日出账</source>
        <translation>Statement day</translation>
    </message>
    <message>
        <source>提前：第几期</source>
        <translation>Early: with instalment no.</translation>
    </message>
    <message>
        <source>提前多还</source>
        <translation>Paid early</translation>
    </message>
    <message>
        <source>晚几天</source>
        <translation>Days late</translation>
    </message>
    <message>
        <source>% 每月</source>
        <translation>% a month</translation>
    </message>
    <message>
        <source>% 每天</source>
        <translation>% a day</translation>
    </message>
    <message>
        <source>优惠券（可不填）</source>
        <translation>Coupon (optional)</translation>
    </message>
    <message>
        <source>% 每年</source>
        <translation>% a year</translation>
    </message>
    <message>
        <source>期</source>
        <translation>×</translation>
    </message>
    <message>
        <source>% 本金</source>
        <translation>% of principal</translation>
    </message>
    <message>
        <source>元</source>
        <translation>yuan</translation>
    </message>
    <message>
        <source>日</source>
        <translation>of the month</translation>
    </message>
    <message>
        <source>不填：借款日起一个月</source>
        <translation>Empty: a month later</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
    <message>
        <source>从日历里选</source>
        <translation>Pick from a calendar</translation>
    </message>
    <message>
        <source>从日历里选：{field}</source>
        <translation>Pick from a calendar: {field}</translation>
    </message>
</context>
<context>
    <name>Fitting</name>
    <message>
        <source>给出利息、每期金额、总额、年化里的一个，而且要是还得清的</source>
        <translation>give one of cost, instalment, total or annual rate, and one that pays the loan off</translation>
    </message>
    <message>
        <source>{whole} 元连本金 {principal} 元都不够，这一项不对</source>
        <translation>{whole} yuan is not even the principal of {principal}: this figure is wrong</translation>
    </message>
    <message>
        <source>{given} 元，算出来也是</source>
        <translation>{given} yuan, and so it comes out</translation>
    </message>
    <message>
        <source>{given} 元，算出来是 {computed} 元，差 {gap} 元</source>
        <translation>{given} yuan, but it comes out as {computed}: {gap} apart</translation>
    </message>
    <message>
        <source>名义年化（单利）</source>
        <translation>the nominal rate (simple)</translation>
    </message>
    <message>
        <source>实际年化（复利）</source>
        <translation>the effective rate (compound)</translation>
    </message>
    <message>
        <source>日利率 × {days}</source>
        <translation>the daily rate × {days}</translation>
    </message>
    <message>
        <source>{given}，是{name}</source>
        <translation>{given} is {name}</translation>
    </message>
    <message>
        <source>{given}，和哪种算法都对不上：{listed}</source>
        <translation>{given} fits no way of counting: {listed}</translation>
    </message>
</context>
<context>
    <name>Heat</name>
    <message>
        <source>{periods} 期：{problem}</source>
        <translation>Over {periods}: {problem}</translation>
    </message>
    <message>
        <source>不知道逾期一天多收多少</source>
        <translation>nobody knows what a late day costs</translation>
    </message>
    <message>
        <source>{periods} 期，第一期晚 {days} 天：一共多付 {cost} 元</source>
        <translation>over {periods} {periods:instalment|instalments}, the first {days} d late: {cost} yuan</translation>
    </message>
    <message>
        <source>{periods} 期，按时还：一共多付 {cost} 元</source>
        <translation>over {periods} {periods:instalment|instalments}, on time: {cost} yuan</translation>
    </message>
    <message>
        <source>{name}：算不出来</source>
        <translation>{name}: can&apos;t be worked out</translation>
    </message>
    <message>
        <source>{name}最省：{least}；最贵：{most}。</source>
        <translation>{name} costs least {least}; most {most}.</translation>
    </message>
    <message>
        <source>晚 {days} 天</source>
        <translation>{days} d late</translation>
    </message>
    <message>
        <source>按时</source>
        <translation>On time</translation>
    </message>
    <message>
        <source>{periods} 期</source>
        <translation>{periods}</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>{name}：{value}</source>
        <translation>{name}: {value}</translation>
    </message>
    <message>
        <source>有 {count} 笔借款还算不出来，没有算在这里；原因在“借款”里。</source>
        <translation>{count} {count:loan|loans} cannot be worked out yet and {count:is|are} left out here; see why under &quot;Loans&quot;.</translation>
    </message>
    <message>
        <source>产品规则读不了，举不了例子。</source>
        <translation>The product rules cannot be read, so there is no example.</translation>
    </message>
    <message>
        <source>填一笔自己的借款</source>
        <translation>Enter a loan of your own</translation>
    </message>
    <message>
        <source>这是例子：{loans}，从今天借起，条件按“规则”里的算。填上自己的借款，这里就换成你的数。</source>
        <translation>This is an example: {loans}, borrowed today on the terms in &quot;Rules&quot;. Enter your own loan and your figures stand here.</translation>
    </message>
    <message>
        <source>{label} {amount} 元</source>
        <translation>{label} of {amount} yuan</translation>
    </message>
    <message>
        <source>“{name}”另有说法：{others}。</source>
        <translation>&quot;{name}&quot;, said by others: {others}.</translation>
    </message>
    <message>
        <source>另有说法：{others}。</source>
        <translation>Others say: {others}.</translation>
    </message>
    <message>
        <source>{label}：{sentence}</source>
        <translation>{label}: {sentence}</translation>
    </message>
    <message>
        <source>{label}，照约定的：{sentence}</source>
        <translation>{label}, as agreed: {sentence}</translation>
    </message>
    <message>
        <source>划不划算，先看一共多付多少、每期还不还得起；几个产品放在一起，比实际年化。</source>
        <translation>To judge it, look at what you pay on top in all and whether you can pay each instalment; between products compare the effective annual rate.</translation>
    </message>
    <message>
        <source>“对比”里现在的两种：{headline}</source>
        <translation>The two in &quot;Compare&quot; now: {headline}</translation>
    </message>
    <message>
        <source>去“对比”里看</source>
        <translation>See it in &quot;Compare&quot;</translation>
    </message>
    <message>
        <source>第 {number} 期 {due} 元，一共多付 {cost} 元，实际年化 {rate}</source>
        <translation>instalment {number} is {due} yuan, {cost} yuan in all on top, effective annual rate {rate}</translation>
    </message>
    <message>
        <source>花呗分期的手续费一直按最初的本金收，本金却每期都在还，所以看着低：{periods} 期一共收 {fee}%，折成一年是 {nominal}。</source>
        <translation>Huabei&apos;s fee is always charged on the first principal although you pay principal back with each instalment, so it looks low: {fee}% in all over {periods} {periods:instalment|instalments} is {nominal} a year.</translation>
    </message>
    <message>
        <source>收利息的（借呗）：还欠着的本金 × 利率 × 这一期的天数，取到分。</source>
        <translation>Where interest is charged (Jiebei): principal still owed × rate × days of the period, rounded to the fen.</translation>
    </message>
    <message>
        <source>收手续费的（花呗分期）：最初的本金 × 总费率 ÷ 期数，每期一样多，收到最后一期。</source>
        <translation>Where a fee is charged (Huabei instalments): first principal × whole fee ÷ instalments, the same each time to the last.</translation>
    </message>
    <message>
        <source>去“借款”里看每一期</source>
        <translation>See each instalment in &quot;Loans&quot;</translation>
    </message>
    <message>
        <source>{label}第 {number} 期：{why}</source>
        <translation>{label}, instalment {number}: {why}</translation>
    </message>
    <message>
        <source>{label}，两种还法比一比：{headline}</source>
        <translation>{label}, both ways side by side: {headline}</translation>
    </message>
    <message>
        <source>每月等额，每期一样多，心里有数；先息后本前面轻，最后一期要拿得出全部本金。</source>
        <translation>With equal payments you know each one; interest first is light until the last payment takes all the principal.</translation>
    </message>
    <message>
        <source>借呗的先息后本只对部分人开放，有没有看自己的 App。</source>
        <translation>Jiebei offers interest first to some people only; see whether your app has it.</translation>
    </message>
    <message>
        <source>去“对比”里换着看</source>
        <translation>Try both in &quot;Compare&quot;</translation>
    </message>
    <message>
        <source>第一期 {first} 元，最后一期 {last} 元，一共多付 {cost} 元</source>
        <translation>first {first} yuan, last {last} yuan, {cost} yuan in all on top</translation>
    </message>
    <message>
        <source>已经逾期的部分不用等还款日，哪天还都行。</source>
        <translation>What is late already needs no due day: you can pay it any day.</translation>
    </message>
    <message>
        <source>去“预算”里看那天够不够</source>
        <translation>See in &quot;Budget&quot; whether that day is covered</translation>
    </message>
    <message>
        <source>现在没有往后的还款日。</source>
        <translation>No due days lie ahead now.</translation>
    </message>
    <message>
        <source>下一个还款日是 {day}，一共要备好 {amount} 元。</source>
        <translation>The next due day is {day}; {amount} yuan in all have to be there.</translation>
    </message>
    <message>
        <source>往后 12 个月有 {all} 个还款日，{count} 个碰上休息日；最近的是 {day}。{off}</source>
        <translation>The next 12 months have {all} due {all:day|days}, {count} on days off; the first is {day}. {off}</translation>
    </message>
    <message>
        <source>往后 12 个月有 {all} 个还款日，都不在休息日。</source>
        <translation>The next 12 months have {all} due {all:day|days}, none on a day off.</translation>
    </message>
    <message>
        <source>放假安排知道到 {year} 年，之后只看周末。</source>
        <translation>Holidays are known up to {year}; after that only weekends count.</translation>
    </message>
    <message>
        <source>去“借款”里看每个还款日</source>
        <translation>See each due day in &quot;Loans&quot;</translation>
    </message>
    <message>
        <source>{amount} 元；{why}</source>
        <translation>{amount} yuan. {why}.</translation>
    </message>
    <message>
        <source>花呗可以改：{cycles}。12 个月里只能改一次，从下一期账单起生效。</source>
        <translation>Huabei&apos;s can be changed: {cycles}. Once in 12 months, from the next bill on.</translation>
    </message>
    <message>
        <source>{statement} 日出账（{due} 日还）</source>
        <translation>billed on day {statement} (due on {due})</translation>
    </message>
    <message>
        <source>{label}现在每月 {day} 日还。</source>
        <translation>{label} is due on day {day} of the month now.</translation>
    </message>
    <message>
        <source>{label}现在每月 {day} 日还，没有这一天的月份在月底还。</source>
        <translation>{label} is due on day {day} of the month now, and at its end where a month has no such day.</translation>
    </message>
    <message>
        <source>“预算”里的花呗账单：{statement} 日出账、{due} 日还。</source>
        <translation>The Huabei bill in &quot;Budget&quot;: billed on day {statement}, due on day {due}.</translation>
    </message>
    <message>
        <source>想换到发工资以后：先在“预算”里换个日子，看看哪几个月松一点。</source>
        <translation>To move it to after payday, try another day in &quot;Budget&quot; first and see which months get easier.</translation>
    </message>
    <message>
        <source>去“规则”里看还款日</source>
        <translation>See due days in &quot;Rules&quot;</translation>
    </message>
    <message>
        <source>借呗随时可以提前还，没有违约金，利息只算到还的那天。</source>
        <translation>Jiebei can be paid early at any time without a charge; interest counts to that day only.</translation>
    </message>
    <message>
        <source>花呗分期的手续费退不退，各处说法不一：以自己 App 提前还款页上的为准。</source>
        <translation>Sources differ on whether Huabei&apos;s instalment fees come back: the early repayment page of your app decides.</translation>
    </message>
    <message>
        <source>现在没有能提前还清的借款。</source>
        <translation>No loan can be paid off early now.</translation>
    </message>
    <message>
        <source>去“借款”里试提前还</source>
        <translation>Try paying early in &quot;Loans&quot;</translation>
    </message>
    <message>
        <source>{label}：{day}一次还清要 {now} 元，比照期还少付 {saved} 元。</source>
        <translation>{label}: paying all off on {day} takes {now} yuan and saves {saved} yuan against paying as agreed.</translation>
    </message>
    <message>
        <source>{label}：{day}一次还清要 {now} 元，不会少付。</source>
        <translation>{label}: paying all off on {day} takes {now} yuan and saves nothing.</translation>
    </message>
    <message>
        <source>还清要 {now} 元，少付 {saved} 元</source>
        <translation>paying off takes {now} yuan and saves {saved} yuan</translation>
    </message>
    <message>
        <source>{label}按“{rule}”算；各处说法不一，以自己 App 提前还款页上的为准。</source>
        <translation>{label} is counted by &quot;{rule}&quot;. Sources differ; the early repayment page of your app decides.</translation>
    </message>
    <message>
        <source>还了最低还款，不等于还完：能全额还的月份就全额还，一分钱利息也没有。</source>
        <translation>The minimum is not the whole: in months in which you can pay all of it, there is no interest at all.</translation>
    </message>
    <message>
        <source>这是例子：一张 {amount} 元的账单。</source>
        <translation>This is an example: a bill of {amount} yuan.</translation>
    </message>
    <message>
        <source>账单 {total} 元，{due}以前最低还 {minimum} 元，剩下 {rest} 元到下个还款日多付 {interest} 元。</source>
        <translation>Of a bill of {total} yuan at least {minimum} yuan are due by {due}; the other {rest} yuan cost {interest} yuan more by the next due day.</translation>
    </message>
    <message>
        <source>去“对比”里加一列最低还款</source>
        <translation>Add a minimum payment column in &quot;Compare&quot;</translation>
    </message>
    <message>
        <source>去“预算”里看</source>
        <translation>See it in &quot;Budget&quot;</translation>
    </message>
    <message>
        <source>剩下的从 {day}起每天 {rate}%（一年 {year}%），只按没还的部分算，不从买东西那天算；下一期账单要把它一共 {whole} 元还清。</source>
        <translation>From {day} the rest bears {rate}% a day ({year}% a year), on what is unpaid only and not from the day of the purchase; the next bill asks for all of it, {whole} yuan.</translation>
    </message>
    <message>
        <source>可以，能还多少先还多少：罚息只在没还的部分上长，但没还够，仍然算逾期。</source>
        <translation>Yes, pay what you can: the penalty grows on the unpaid part only. But until enough is paid, it is still late.</translation>
    </message>
    <message>
        <source>去“逾期”里记一笔还款</source>
        <translation>Record a payment in &quot;Late&quot;</translation>
    </message>
    <message>
        <source>{label}：{day}该还 {due} 元。先还一半 {half} 元，再过 {days} 天多付 {some} 元；一分不还，多付 {all} 元。</source>
        <translation>{label}: {due} yuan are due on {day}. Pay half, {half} yuan, and {days} {days:day|days} later it has cost {some} yuan; pay nothing, and it has cost {all} yuan.</translation>
    </message>
    <message>
        <source>额度说的是最多能借多少；还不还得上，要看收支。</source>
        <translation>A limit is the most that you can borrow. Whether you can pay it back depends on income and spending.</translation>
    </message>
    <message>
        <source>填上收入和开支，就知道再借多少还还得上。</source>
        <translation>Enter income and spending to see how much more you could pay back.</translation>
    </message>
    <message>
        <source>去“预算”里填收支</source>
        <translation>Enter income and spending in &quot;Budget&quot;</translation>
    </message>
    <message>
        <source>去“预算”里看能承担多少</source>
        <translation>See how much you can carry in &quot;Budget&quot;</translation>
    </message>
    <message>
        <source>{name}公布的范围是 {least} 到 {most} 元，各人不同，以自己 App 为准。</source>
        <translation>{name}: {least} to {most} yuan as published. It differs by person; your app decides.</translation>
    </message>
    <message>
        <source>现在算不出还能借多少。</source>
        <translation>How much more you could borrow cannot be worked out now.</translation>
    </message>
    <message>
        <source>按你填的收支，现在再借一笔，往后会有一天不够。</source>
        <translation>By your income and spending, one more loan now leaves too little on some day ahead.</translation>
    </message>
    <message>
        <source>按你填的收支，{label}最多再借 {amount} 元，往后每天都还留得住 {cushion} 元。</source>
        <translation>By your income and spending, {label} could carry {amount} yuan more with {cushion} yuan left on every day.</translation>
    </message>
    <message>
        <source>最多 {amount} 元，一次最多还 {instalment} 元</source>
        <translation>at most {amount} yuan, at most {instalment} yuan at once</translation>
    </message>
    <message>
        <source>{name}的额度还剩 {left} 元（按你填的）。</source>
        <translation>{name} would still lend {left} yuan, by the limit that you entered.</translation>
    </message>
    <message>
        <source>额度没填的，按产品最多的算；在“预算”里填上更准。</source>
        <translation>Where no limit is entered, the most that the product lends counts; enter it in &quot;Budget&quot; to be exact.</translation>
    </message>
    <message>
        <source>{message}。</source>
        <translation>{message}.</translation>
    </message>
    <message>
        <source>把支付宝导出的账单放进“对账”，程序一笔一笔对，差的会说可能是为什么。</source>
        <translation>Open the statement from Alipay in &quot;Reconcile&quot;: it is checked item by item, and likely reasons for differences are named.</translation>
    </message>
    <message>
        <source>文件只在这台电脑上读，不上传。对不上时以放款方的记录为准，可以打客服问差在哪里。</source>
        <translation>The file is read on this computer only. Where it differs, the lender&apos;s record decides; you can call and ask what the difference is.</translation>
    </message>
    <message>
        <source>去“对账”里放账单</source>
        <translation>Open a statement in &quot;Reconcile&quot;</translation>
    </message>
    <message>
        <source>{label}第 {number} 期，{day}到期，按条件算是 {amount} 元。</source>
        <translation>{label}, instalment {number}, due on {day}: {amount} yuan by its terms.</translation>
    </message>
    <message>
        <source>{names}提前还省不了利息或手续费，照期还就好。</source>
        <translation>Paying {names} early saves no interest or fee: pay as agreed.</translation>
    </message>
    <message>
        <source>哪种还法最省，“策略”会把每笔的日子和规则都算进去，还会证明没有更省的。</source>
        <translation>&quot;Which debt first&quot; counts all dates and rules to find the way that costs least, and proves that none is cheaper.</translation>
    </message>
    <message>
        <source>去“策略”里看最省的还法</source>
        <translation>See the cheapest way in &quot;Which debt first&quot;</translation>
    </message>
    <message>
        <source>先还{label}逾期的部分：今天付 {amount} 元，它就不再逾期。</source>
        <translation>First pay what is late of {label}: {amount} yuan today, and it is late no more.</translation>
    </message>
    <message>
        <source>没有提前还能省钱的借款：都照期还，一样多。</source>
        <translation>No loan saves anything when paid early: pay all as agreed.</translation>
    </message>
    <message>
        <source>多出来的钱先还{label}：它最花钱，每一万元一天 {cost} 元。</source>
        <translation>Spare money goes to {label} first: it costs most, {cost} yuan a day for each 10,000.</translation>
    </message>
    <message>
        <source>只有{label}这一笔：多出来的钱还它，每一万元一天省 {cost} 元。</source>
        <translation>There is only {label}: spare money paid to it saves {cost} yuan a day for each 10,000.</translation>
    </message>
    <message>
        <source>逾期 {days} 天，今天付 {amount} 元就不再逾期</source>
        <translation>{days} {days:day|days} late; {amount} yuan today end that</translation>
    </message>
    <message>
        <source>每一万元一天 {cost} 元，提前还一年省 {rate}</source>
        <translation>{cost} yuan a day for each 10,000; paid early it saves {rate} a year</translation>
    </message>
    <message>
        <source>要一次还清才省：每一万元一天 {cost} 元，一年 {rate}</source>
        <translation>saves only when paid off at once: {cost} yuan a day for each 10,000, {rate} a year</translation>
    </message>
    <message>
        <source>按时还，就没有逾期记录。</source>
        <translation>Paid on time, there is no late entry.</translation>
    </message>
    <message>
        <source>现在{loans}，可能会记进征信。早一天还上，就少晚一天。</source>
        <translation>Now {loans}; that may go on your credit record. Every day sooner is one day less.</translation>
    </message>
    <message>
        <source>按时还，就没有逾期记录；你填的借款现在都没有逾期。</source>
        <translation>Paid on time, there is no late entry; none of the loans that you entered is late now.</translation>
    </message>
    <message>
        <source>去“逾期”里看</source>
        <translation>See it in &quot;Late&quot;</translation>
    </message>
    <message>
        <source>{label}逾期 {days} 天</source>
        <translation>{label} is {days} {days:day|days} late</translation>
    </message>
    <message>
        <source>第 {day} 天起：{text}</source>
        <translation>From day {day}: {text}</translation>
    </message>
    <message>
        <source>同时也有规矩护着你：{right}</source>
        <translation>There are rules that protect you, too: {right}</translation>
    </message>
    <message>
        <source>去“逾期”里看每一步</source>
        <translation>See each step in &quot;Late&quot;</translation>
    </message>
    <message>
        <source>{label}：{steps}</source>
        <translation>{label}: {steps}</translation>
    </message>
    <message>
        <source>怎么算：{rule}。从还款日第二天起算，当天还不算。</source>
        <translation>How it is counted: {rule}. From the day after the due day; the due day itself is free.</translation>
    </message>
    <message>
        <source>这里只算钱。晚还还可能影响征信和额度，钱不是全部。</source>
        <translation>This is money alone. Being late may also touch your credit record and limit.</translation>
    </message>
    <message>
        <source>去“逾期”里拖天数看</source>
        <translation>Move the days in &quot;Late&quot;</translation>
    </message>
    <message>
        <source>{label}：{due}那期，晚 30 天以内按现在的规则没有罚息。</source>
        <translation>{label}, instalment of {due}: by the rule in force there is no penalty within 30 days.</translation>
    </message>
    <message>
        <source>{label}：{due}那期，晚 1 天多付 {one} 元，晚 7 天 {week} 元，晚 30 天 {month} 元。</source>
        <translation>{label}, instalment of {due}: 1 day late costs {one} yuan, 7 days {week} yuan, 30 days {month} yuan.</translation>
    </message>
    <message>
        <source>{label}已经逾期 {days} 天。从今天起再拖 1 天多付 {one} 元，7 天 {week} 元，30 天 {month} 元。</source>
        <translation>{label} is {days} {days:day|days} late. From today 1 more day costs {one} yuan, 7 days {week} yuan, 30 days {month} yuan.</translation>
    </message>
    <message>
        <source>晚 1 天 {one} 元，7 天 {week} 元，30 天 {month} 元</source>
        <translation>1 day late {one} yuan, 7 days {week} yuan, 30 days {month} yuan</translation>
    </message>
    <message>
        <source>再晚 1 天 {one} 元，7 天 {week} 元，30 天 {month} 元</source>
        <translation>1 more day {one} yuan, 7 days {week} yuan, 30 days {month} yuan</translation>
    </message>
    <message>
        <source>宽限期没有查到：合同写了才有，没写就按 0 天。这笔现在按 {days} 天算。</source>
        <translation>No days of grace were found: only your contract gives them, else they are 0. This loan counts {days} {days:day|days} now.</translation>
    </message>
    <message>
        <source>推迟期间，利息一般照算，推迟的手续费没有查到。</source>
        <translation>Interest mostly goes on meanwhile; no source was found for the fee.</translation>
    </message>
    <message>
        <source>去“逾期”里比几种办法</source>
        <translation>Compare ways out in &quot;Late&quot;</translation>
    </message>
    <message>
        <source>打电话先说三句：{said}</source>
        <translation>Say three things first when you call: {said}</translation>
    </message>
    <message>
        <source>谈好的请对方发成文字；谈好了就按时还。</source>
        <translation>Ask for what is agreed in writing; then keep to it.</translation>
    </message>
    <message>
        <source>去“逾期”里写协商信</source>
        <translation>Write the letter in &quot;Late&quot;</translation>
    </message>
    <message>
        <source>{label}“{way}”现在不行：{reason}。</source>
        <translation>{label}: &quot;{way}&quot; is not possible now, {reason}.</translation>
    </message>
    <message>
        <source>{label}要是谈成“{way}”：{months}，和按时还比{cost}。</source>
        <translation>{label}, if you agree on &quot;{way}&quot;: {months}; against paying on time: {cost}.</translation>
    </message>
    <message>
        <source>以后每月还 {least} 到 {most} 元，到 {day}</source>
        <translation>{least} to {most} yuan a month until {day}</translation>
    </message>
    <message>
        <source>以后每月还 {most} 元，到 {day}</source>
        <translation>{most} yuan a month until {day}</translation>
    </message>
    <message>
        <source>过了当天 24:00，第二天就是逾期第 1 天。</source>
        <translation>After 24:00 of that day, the next is day 1 of being late.</translation>
    </message>
    <message>
        <source>已经逾期的：{loans}。</source>
        <translation>Late already: {loans}.</translation>
    </message>
    <message>
        <source>去“逾期”里看那天</source>
        <translation>See that day in &quot;Late&quot;</translation>
    </message>
    <message>
        <source>{label}：下一个还款日是 {day}，要还 {amount} 元。</source>
        <translation>{label}: next due on {day}, {amount} yuan.</translation>
    </message>
    <message>
        <source>分期划算吗？真实年化是多少？</source>
        <translation>Are instalments worth it? What is the true annual rate?</translation>
    </message>
    <message>
        <source>额度够不够？我还能借多少？</source>
        <translation>Is my limit enough? How much more can I borrow?</translation>
    </message>
    <message>
        <source>利息、手续费是怎么算的？</source>
        <translation>How are interest and fees worked out?</translation>
    </message>
    <message>
        <source>会不会影响征信、芝麻分？</source>
        <translation>Does it touch my credit record or Sesame score?</translation>
    </message>
    <message>
        <source>逾期了会怎样？</source>
        <translation>What happens if I pay late?</translation>
    </message>
    <message>
        <source>自动扣款扣哪里，几点扣？</source>
        <translation>Where and at what hour is money debited?</translation>
    </message>
    <message>
        <source>提前还款，手续费退吗，能省多少？</source>
        <translation>If I pay early, do fees come back, and what do I save?</translation>
    </message>
    <message>
        <source>还款日当天还，算逾期吗？</source>
        <translation>Is paying on the due day itself late?</translation>
    </message>
    <message>
        <source>最低还款以后怎么算？</source>
        <translation>What comes after the minimum payment?</translation>
    </message>
    <message>
        <source>晚一天、逾期几天，多付多少钱？</source>
        <translation>What do one or several late days cost?</translation>
    </message>
    <message>
        <source>能延期、有宽限吗？</source>
        <translation>Can I postpone? Are there days of grace?</translation>
    </message>
    <message>
        <source>能改还款日吗？</source>
        <translation>Can I change my due day?</translation>
    </message>
    <message>
        <source>账单对不上怎么办？</source>
        <translation>My bill does not add up. What now?</translation>
    </message>
    <message>
        <source>只还一部分行不行？</source>
        <translation>Can I pay only a part?</translation>
    </message>
    <message>
        <source>还不上，怎么协商？</source>
        <translation>I cannot pay. How do I negotiate?</translation>
    </message>
    <message>
        <source>每月等额还是先息后本？</source>
        <translation>Equal payments or interest first?</translation>
    </message>
    <message>
        <source>节假日，还款日顺延吗？</source>
        <translation>Do due days move on holidays?</translation>
    </message>
    <message>
        <source>几笔借款，先还哪个？</source>
        <translation>Which of several loans do I pay first?</translation>
    </message>
    <message>
        <source>去那一页看</source>
        <translation>See that page</translation>
    </message>
    <message>
        <source>{name}（{since} 起）</source>
        <translation>{name} (from {since})</translation>
    </message>
    <message>
        <source>花呗账单</source>
        <translation>Huabei bill</translation>
    </message>
    <message>
        <source>逾期和出路</source>
        <translation>Being late, and ways out</translation>
    </message>
    <message>
        <source>利率的几条线</source>
        <translation>Lines for rates</translation>
    </message>
    <message>
        <source>帮助里的说法</source>
        <translation>What the help says</translation>
    </message>
    <message>
        <source>逾期的叫法</source>
        <translation>names for being late</translation>
    </message>
    <message>
        <source>五级分类</source>
        <translation>class of five</translation>
    </message>
    <message>
        <source>会发生什么</source>
        <translation>what happens</translation>
    </message>
    <message>
        <source>你可以要求什么</source>
        <translation>what you can count on</translation>
    </message>
    <message>
        <source>几种办法</source>
        <translation>ways out</translation>
    </message>
    <message>
        <source>打电话怎么说</source>
        <translation>what to say on the phone</translation>
    </message>
    <message>
        <source>要留着的东西</source>
        <translation>what to keep</translation>
    </message>
    <message>
        <source>协商要的材料</source>
        <translation>documents for negotiating</translation>
    </message>
    <message>
        <source>节假日</source>
        <translation>holidays</translation>
    </message>
    <message>
        <source>LPR</source>
        <translation>LPR</translation>
    </message>
    <message>
        <source>助贷的线</source>
        <translation>line for assisted loans</translation>
    </message>
    <message>
        <source>民间借贷的线</source>
        <translation>line for private lending</translation>
    </message>
    <message>
        <source>小额贷款公司的线</source>
        <translation>line for microloan companies</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>常问</source>
        <translation>Questions</translation>
    </message>
    <message>
        <source>词语</source>
        <translation>Words</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>程序不知道的</source>
        <translation>What it does not know</translation>
    </message>
    <message>
        <source>快捷键</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>{title}（词语）</source>
        <translation>{title} (word)</translation>
    </message>
    <message>
        <source>{title}（页面）</source>
        <translation>{title} (page)</translation>
    </message>
    <message>
        <source>来源：{sources}</source>
        <translation>Sources: {sources}</translation>
    </message>
    <message>
        <source>问题</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>回答</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>可靠程度</source>
        <translation>How sure</translation>
    </message>
    <message>
        <source>常问的和自己的数</source>
        <translation>Questions and own figures</translation>
    </message>
    <message>
        <source>常问的，用自己的数回答</source>
        <translation>What people ask, answered with your own figures</translation>
    </message>
    <message>
        <source>数是照计划里填的算的；不是法律意见，以合同和放款方的记录为准。</source>
        <translation>Figures rest on what the plan holds. This is no legal advice; the contract and the lender&apos;s record decide.</translation>
    </message>
    <message>
        <source>{what}：{key}</source>
        <translation>{what}: {key}</translation>
    </message>
    <message>
        <source>还不确定的：</source>
        <translation>Not sure yet:</translation>
    </message>
    <message>
        <source>去“{page}”</source>
        <translation>Go to &quot;{page}&quot;</translation>
    </message>
    <message>
        <source>可以打开的</source>
        <translation>What can be opened</translation>
    </message>
    <message>
        <source>这些话是谁说的</source>
        <translation>Who says so</translation>
    </message>
    <message>
        <source>这些话是谁说的（可靠程度：{sure}）</source>
        <translation>Who says so ({sure})</translation>
    </message>
    <message>
        <source>{source}；{day} 读到</source>
        <translation>{source}; read on {day}</translation>
    </message>
    <message>
        <source>也叫：{names}</source>
        <translation>Also: {names}</translation>
    </message>
    <message>
        <source>{count} 个来源，查到 {day}。地址可以选中复制；程序自己不联网。</source>
        <translation>{count} {count:source|sources}, read up to {day}. Addresses can be selected and copied; the program uses no network.</translation>
    </message>
    <message>
        <source>用在：{what}</source>
        <translation>Used for: {what}</translation>
    </message>
    <message>
        <source>程序不会做的</source>
        <translation>What it will not do</translation>
    </message>
    <message>
        <source>帮助</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>搜：逾期几天，或拼音 yqjt、yuqi</source>
        <translation>Search: late days, minimum, IRR</translation>
    </message>
    <message>
        <source>搜帮助：字、拼音或首字母</source>
        <translation>Search the help by words</translation>
    </message>
    <message>
        <source>帮助里的几部分</source>
        <translation>Parts of the help</translation>
    </message>
    <message>
        <source>想知道什么？用你自己的数来答</source>
        <translation>What would you like to know? Answered with your own figures</translation>
    </message>
    <message>
        <source>都在这台电脑上算，不联网；给数字和出处，不是法律意见。</source>
        <translation>All is worked out on this computer, without a network: figures and sources, no legal advice.</translation>
    </message>
    <message>
        <source>每个答案下面都写着是谁说的、有多可靠。</source>
        <translation>Below each answer stands who says so, and how sure it is.</translation>
    </message>
    <message>
        <source>{name} 帮助</source>
        <translation>{name} help</translation>
    </message>
    <message>
        <source>找到 {count} 个</source>
        <translation>{count} found</translation>
    </message>
    <message>
        <source>没有找到“{query}”。换个说法，或者只打拼音的首字母试试。</source>
        <translation>Nothing found for &quot;{query}&quot;. Try other words.</translation>
    </message>
</context>
<context>
    <name>Hints</name>
    <message>
        <source>{name}一般是 {least} 到 {most} 元，以自己 App 为准</source>
        <translation>{name} usually lends {least} to {most} yuan; your own app decides</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>{name}常见 {listed} 期，以自己 App 为准</source>
        <translation>{name} usually offers {listed} {listed:instalment|instalments}; your own app decides</translation>
    </message>
    <message>
        <source>{name}的日利率一般在 {low}% 到 {high}% 之间，请再看一眼单位</source>
        <translation>The daily rate of {name} usually lies between {low}% and {high}%: please check the unit</translation>
    </message>
    <message>
        <source>公布的 {periods} 期总费率是 {known}%，以自己 App 为准</source>
        <translation>The published fee for {periods} {periods:instalment|instalments} is {known}%; your own app decides</translation>
    </message>
    <message>
        <source>{day} 日借的，各处说法不一：每月 {days} 日还。这里先按 {first} 日，请照自己 App 填</source>
        <translation>Drawn on day {day}: sources disagree, due on day {days}. Day {first} is used here; put in what your app shows</translation>
    </message>
    <message>
        <source> 或 </source>
        <translation> or </translation>
    </message>
    <message>
        <source>还有一笔也叫“{name}”：起个名字，哪里都分得清</source>
        <translation>Another loan is called &quot;{name}&quot; as well: give it a name to tell them apart</translation>
    </message>
    <message>
        <source>每期 {billed} 元不可能：{periods} 期共 {paid} 元，连本金 {principal} 元都不够。这些条件下每期是 {due} 元</source>
        <translation>{billed} yuan cannot be the instalment: {periods} of them make {paid}, less than the principal of {principal}. These terms give {due}.</translation>
    </message>
    <message>
        <source>App 写的每期 {billed} 元和算出来的 {due} 元对不上；可能是利率、天数或优惠不同</source>
        <translation>The app shows {billed} yuan, these terms give {due}: the rate, the days or a discount may differ</translation>
    </message>
</context>
<context>
    <name>Keeper</name>
    <message>
        <source>文件是更新版本的程序存的，这里只能另存到别处。</source>
        <translation>A newer version of the program wrote the file; from here the plan can only be saved elsewhere.</translation>
    </message>
    <message>
        <source>{name} 正在别处打开，这里只能另存到别处。</source>
        <translation>{name} is open elsewhere; from here the plan can only be saved elsewhere.</translation>
    </message>
    <message>
        <source>{name} 在别处改过了。</source>
        <translation>{name} was changed elsewhere.</translation>
    </message>
    <message>
        <source>没能接管：{reason}。文件没有动；这里照样能看能试，也可以另存。</source>
        <translation>Could not take over: {reason}. The file is as it was; here you can go on looking and trying, or save elsewhere.</translation>
    </message>
    <message>
        <source>密码不对。</source>
        <translation>Wrong password.</translation>
    </message>
    <message>
        <source>没保存的改动有密码。</source>
        <translation>The unsaved changes have a password.</translation>
    </message>
    <message>
        <source>计划已存好，但不是每份备份都换上了新密码：{reason}。</source>
        <translation>The plan is saved, but not every backup got the new password: {reason}.</translation>
    </message>
    <message>
        <source>找回没保存的改动</source>
        <translation>Bring back unsaved changes</translation>
    </message>
    <message>
        <source>合并文件里的改动</source>
        <translation>Merge changes from the file</translation>
    </message>
    <message>
        <source>换成文件里的内容</source>
        <translation>Take what is in the file</translation>
    </message>
</context>
<context>
    <name>Late</name>
    <message>
        <source>各家说法不一，都附来源。只给数字和出处，不是法律意见。</source>
        <translation>Sources differ and are named. Figures and sources only, no legal advice.</translation>
    </message>
    <message>
        <source>会发生什么</source>
        <translation>What happens</translation>
    </message>
    <message>
        <source>你可以指望的</source>
        <translation>What you can count on</translation>
    </message>
    <message>
        <source>接下来（第 {day} 天起）：{what}</source>
        <translation>Next (from day {day}): {what}</translation>
    </message>
    <message>
        <source>{stage} · 五级分类 {level}</source>
        <translation>{stage} · five-level class: {level}</translation>
    </message>
    <message>
        <source>那天欠多少</source>
        <translation>Owed on that day</translation>
    </message>
    <message>
        <source>几期没还 / 阶段</source>
        <translation>Instalments unpaid / stage</translation>
    </message>
    <message>
        <source>哪一天</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>逾期本金</source>
        <translation>Overdue principal</translation>
    </message>
    <message>
        <source>逾期利息</source>
        <translation>Overdue interest</translation>
    </message>
    <message>
        <source>逾期手续费</source>
        <translation>Overdue fee</translation>
    </message>
    <message>
        <source>本金的罚息</source>
        <translation>Penalty on principal</translation>
    </message>
    <message>
        <source>利息、费的罚息</source>
        <translation>Penalty on interest, fee</translation>
    </message>
    <message>
        <source>要还才不逾期</source>
        <translation>To clear arrears</translation>
    </message>
    <message>
        <source>没到期的本金</source>
        <translation>Not due yet</translation>
    </message>
    <message>
        <source>本期到那天的利息</source>
        <translation>Interest so far this period</translation>
    </message>
    <message>
        <source>先存着的钱</source>
        <translation>Paid ahead, kept</translation>
    </message>
    <message>
        <source>一次结清要</source>
        <translation>To settle all</translation>
    </message>
    <message>
        <source>看有哪些办法</source>
        <translation>See the ways out</translation>
    </message>
    <message>
        <source>⚠ 逾期 {days} 天，先做这几件</source>
        <translation>⚠ {days} {days:day|days} late: do this first</translation>
    </message>
    <message>
        <source>看哪几笔</source>
        <translation>Look at</translation>
    </message>
    <message>
        <source>晚几天</source>
        <translation>Days late</translation>
    </message>
    <message>
        <source>要在 0 到 {most} 之间</source>
        <translation>Must lie between 0 and {most}</translation>
    </message>
    <message>
        <source>回到今天</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>逾期 {days} 天</source>
        <translation>{days} {days:day|days} late</translation>
    </message>
    <message>
        <source>每晚一天，一共多付多少</source>
        <translation>What being late costs, day by day</translation>
    </message>
    <message>
        <source>{label}晚 {days} 天多付 {amount} 元</source>
        <translation>{label}: {amount} yuan more after {days} {days:day|days}</translation>
    </message>
    <message>
        <source>天</source>
        <translation>days</translation>
    </message>
    <message>
        <source>期</source>
        <translation>instalment</translation>
    </message>
    <message>
        <source>罚息怎么算</source>
        <translation>Penalty</translation>
    </message>
    <message>
        <source>宽限几天</source>
        <translation>Days of grace</translation>
    </message>
    <message>
        <source>记一笔还款…</source>
        <translation>Record a payment…</translation>
    </message>
    <message>
        <source>不填：都按时还了。这里看第 {number} 期要是没还会怎样</source>
        <translation>Empty: all paid on time. Shown here: instalment {number} missed</translation>
    </message>
    <message>
        <source>这笔只到第 {last} 期</source>
        <translation>This loan ends with instalment {last}</translation>
    </message>
    <message>
        <source>不知道</source>
        <translation>unknown</translation>
    </message>
    <message>
        <source>换一种罚息算法</source>
        <translation>Another penalty rule</translation>
    </message>
    <message>
        <source>修改宽限期</source>
        <translation>Change days of grace</translation>
    </message>
    <message>
        <source>逾期</source>
        <translation>Late</translation>
    </message>
    <message>
        <source>填一笔借款</source>
        <translation>Enter a loan</translation>
    </message>
    <message>
        <source>看示例计划</source>
        <translation>See the sample plan</translation>
    </message>
    <message>
        <source>逾期 {labels}</source>
        <translation>Late {labels}</translation>
    </message>
    <message>
        <source>下面先用“对比”里的两种借法算。填了自己的借款，就按自己的算。</source>
        <translation>Below stand the two ways of borrowing from Compare. Enter your own loan, and it is worked out for that.</translation>
    </message>
    <message>
        <source>填了自己的借款，就知道晚一天多付多少、有哪些办法。</source>
        <translation>Enter your own loan to see what a day late costs, and what can be done.</translation>
    </message>
    <message>
        <source>晚一天多付多少，有哪些办法，都算给你看。</source>
        <translation>What a day late costs, and which ways out there are, in figures.</translation>
    </message>
    <message>
        <source>这笔借款的逾期算不出来</source>
        <translation>Being late cannot be worked out for this loan</translation>
    </message>
    <message>
        <source>{label}：协商</source>
        <translation>{label}: negotiate</translation>
    </message>
    <message>
        <source>这笔借款已经不在计划里了。</source>
        <translation>This loan is no longer in the plan.</translation>
    </message>
    <message>
        <source>按协商的还</source>
        <translation>Take over the negotiated plan</translation>
    </message>
    <message>
        <source>还款日当天 24:00 以前还，不算逾期，一分不多付。</source>
        <translation>Paid before midnight of the due date it is not late and costs nothing more.</translation>
    </message>
    <message>
        <source>晚 {days} 天，到那天没有罚息。</source>
        <translation>{days} {days:day|days} late: no penalty by that day.</translation>
    </message>
    <message>
        <source>晚 {days} 天多付 {all} 元，全是本金的罚息。</source>
        <translation>{days} {days:day|days} late {days:costs|cost} {all} yuan more, all of it penalty on principal.</translation>
    </message>
    <message>
        <source>{label} {amount} 元</source>
        <translation>{label}: {amount}</translation>
    </message>
    <message>
        <source>{day}：没有要还的。</source>
        <translation>{day}: nothing to pay.</translation>
    </message>
    <message>
        <source>晚 {days} 天多付 {all} 元，其中本金罚息 {first} 元，利息和费的罚息 {second} 元。</source>
        <translation>{days} {days:day|days} late {days:costs|cost} {all} yuan more: penalty of {first} on principal, {second} on interest and fee.</translation>
    </message>
    <message>
        <source>晚 {days} 天多付 {all} 元：本金的罚息，连同照收的正常利息。</source>
        <translation>{days} {days:day|days} late {days:costs|cost} {all} yuan more: penalty on principal, and the usual interest on it besides.</translation>
    </message>
    <message>
        <source>各晚 {days} 天，多付：{each}。</source>
        <translation>Paying {days} {days:day|days} late costs extra (yuan): {each}.</translation>
    </message>
    <message>
        <source>{label}：都还清了。要是有哪期没还，在下面填从第几期起。</source>
        <translation>{label}: all paid off. If an instalment was not, enter below from which one on.</translation>
    </message>
    <message>
        <source>{label}：{day}到期，要还 {due} 元。</source>
        <translation>{label}: {due} yuan falls due on {day}.</translation>
    </message>
    <message>
        <source>{label}：到 {day}有 {count} 期没还（{stage}），付 {due} 元就不再逾期。</source>
        <translation>{label}: {count} {count:instalment|instalments} unpaid by {day} ({stage}). Paying {due} yuan clears the arrears.</translation>
    </message>
    <message>
        <source>{label}：第 {number} 期要是拖到 {day}（{stage}），付 {due} 元才不再逾期。</source>
        <translation>{label}: if instalment {number} waited until {day} ({stage}), {due} yuan would clear the arrears.</translation>
    </message>
    <message>
        <source>一次结清是 {all} 元。</source>
        <translation>Settling all takes {all} yuan.</translation>
    </message>
    <message>
        <source>{start} 到 {end}：{days} 天 × {base} × {rate}% = {exact} 元</source>
        <translation>{start} to {end}: {days} d × {base} × {rate}% = {exact} yuan</translation>
    </message>
    <message>
        <source>第 {number} 期（{day}）{amount}</source>
        <translation>instalment {number} ({day}) {amount}</translation>
    </message>
    <message>
        <source>没还的各期 {instalments} + 罚息 {penalty} = {due} 元</source>
        <translation>unpaid instalments {instalments} + penalty {penalty} = {due} yuan</translation>
    </message>
    <message>
        <source>要还 {due} + 没到期的本金 {principal} + 到那天的息费 {rest} − 存着的 {credit} = {all} 元</source>
        <translation>due {due} + principal not due yet {principal} + interest so far, fees and the like {rest} − kept {credit} = {all} yuan</translation>
    </message>
    <message>
        <source>逾期 {days} 天，{count} 期没还。今天付 {due} 元就不再逾期。</source>
        <translation>{days} {days:day|days} late, {count} {count:instalment|instalments} unpaid. Paying {due} yuan today clears it.</translation>
    </message>
    <message>
        <source>再拖一天多付 {amount} 元。</source>
        <translation>Each further day costs {amount} yuan more.</translation>
    </message>
    <message>
        <source>再拖一天多付 {amount} 元；{day}起进入 {stage}。</source>
        <translation>Each further day costs {amount} yuan more; from {day} it is {stage}.</translation>
    </message>
    <message>
        <source>一次还不上：能还多少先还多少，再打客服，带着数字谈分期。</source>
        <translation>If you cannot pay it all at once: pay what you can, then call the lender and negotiate instalments with your figures in hand.</translation>
    </message>
    <message>
        <source>另有说法：{others}。</source>
        <translation>Others say: {others}.</translation>
    </message>
    <message>
        <source>{confidence} · {named}。</source>
        <translation>{confidence} · {named}.</translation>
    </message>
    <message>
        <source>不知道{label}逾期一天多收多少。请在“规则”里填，或者换一笔看。</source>
        <translation>It is not known what a late day costs for {label}. Enter it under &quot;Rules&quot;, or look at another loan.</translation>
    </message>
    <message>
        <source>（已还清）</source>
        <translation> (paid off)</translation>
    </message>
    <message>
        <source>（对比）</source>
        <translation> (compared)</translation>
    </message>
    <message>
        <source>还不知道罚息怎么算</source>
        <translation>It is not known yet how the penalty is worked out</translation>
    </message>
</context>
<context>
    <name>LateWhy</name>
    <message>
        <source>没还的本金一共 {balance} − 逾期的本金 {late} = {normal} 元</source>
        <translation>All unpaid principal {balance} − overdue principal {late} = {normal} yuan</translation>
    </message>
    <message>
        <source>没到期的本金从上个还款日到 {day} 的利息，还没到付的日子。</source>
        <translation>Interest from the last due date to {day} on principal that is not due yet; it is not to be paid yet.</translation>
    </message>
    <message>
        <source>多付的钱，等到下一个还款日再用。</source>
        <translation>Money paid too much; it waits for the next due date.</translation>
    </message>
    <message>
        <source>到 {day} 没有逾期的。</source>
        <translation>Nothing is overdue by {day}.</translation>
    </message>
    <message>
        <source>第 {number} 期（{day}）没还 {amount}</source>
        <translation>Instalment {number} ({day}): {amount} not paid</translation>
    </message>
    <message>
        <source>从最早那期的还款日 {first} 算到 {day}：{days} 天。</source>
        <translation>Counted from the oldest due date {first} to {day}: {days} {days:day|days}.</translation>
    </message>
    <message>
        <source>还款日当天 24:00 以前还不算逾期，到那天没有罚息。</source>
        <translation>Paid by midnight of the due date nothing is overdue; there is no penalty by that day.</translation>
    </message>
    <message>
        <source>本金的罚息 {first} + 利息和费的罚息 {second} = {whole} 元，各自取整到分。</source>
        <translation>Penalty on principal {first} + penalty on interest and fees {second} = {whole} yuan, each rounded to the fen.</translation>
    </message>
    <message>
        <source>{name}：这笔借款自己填的规则。</source>
        <translation>{name}: the rule that you entered for this loan.</translation>
    </message>
    <message>
        <source>“{way}”当天不用付钱。</source>
        <translation>&quot;{way}&quot; takes no money on the day.</translation>
    </message>
    <message>
        <source>{day}那天：要还才不逾期 {due} 元，一次结清 {all} 元。</source>
        <translation>On {day}: {due} yuan to be no longer overdue, {all} yuan to settle everything.</translation>
    </message>
    <message>
        <source>“{way}”当天付其中的 {now} 元。</source>
        <translation>&quot;{way}&quot; pays {now} yuan of that on the day.</translation>
    </message>
    <message>
        <source>以后不用再付。</source>
        <translation>Nothing more is to be paid later.</translation>
    </message>
    <message>
        <source>“{way}”在 {day}把逾期的部分了结，从这天起不再算逾期。</source>
        <translation>&quot;{way}&quot; deals with the overdue part on {day}; from then on nothing is overdue.</translation>
    </message>
    <message>
        <source>哪天做都不比“不管它”省。</source>
        <translation>On no day does this cost less than doing nothing.</translation>
    </message>
    <message>
        <source>{day}是最后一天：那天做还比“不管它”省，再晚就不省了。</source>
        <translation>{day} is the last day: on it this still costs less than doing nothing, later it does not.</translation>
    </message>
</context>
<context>
    <name>Ledger</name>
    <message>
        <source>哪一部分</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>是什么</source>
        <translation>What</translation>
    </message>
    <message>
        <source>本金</source>
        <translation>Principal</translation>
    </message>
    <message>
        <source>利息</source>
        <translation>Interest</translation>
    </message>
    <message>
        <source>手续费</source>
        <translation>Fee</translation>
    </message>
    <message>
        <source>本金的罚息</source>
        <translation>Penalty on principal</translation>
    </message>
    <message>
        <source>利息、费的罚息</source>
        <translation>Penalty on interest and fees</translation>
    </message>
    <message>
        <source>先存着的钱</source>
        <translation>Kept for later</translation>
    </message>
    <message>
        <source>金额</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>逾期几天</source>
        <translation>Days late</translation>
    </message>
    <message>
        <source>钱的来去</source>
        <translation>Money that moved</translation>
    </message>
    <message>
        <source>按时还</source>
        <translation>Paid on its day</translation>
    </message>
    <message>
        <source>还款</source>
        <translation>Payment</translation>
    </message>
    <message>
        <source>提前还</source>
        <translation>Paid early</translation>
    </message>
    <message>
        <source>一次结清</source>
        <translation>Paid off</translation>
    </message>
    <message>
        <source>减免</source>
        <translation>Let off</translation>
    </message>
    <message>
        <source>转入新的计划</source>
        <translation>Into a new plan</translation>
    </message>
    <message>
        <source>用先存着的钱还</source>
        <translation>Paid out of what was kept</translation>
    </message>
    <message>
        <source>到今天还欠</source>
        <translation>Owed today</translation>
    </message>
    <message>
        <source>第 {number} 期没还的</source>
        <translation>Unpaid of no. {number}</translation>
    </message>
    <message>
        <source>到今天的罚息</source>
        <translation>Penalty so far</translation>
    </message>
    <message>
        <source>没到期的本金</source>
        <translation>Principal not due yet</translation>
    </message>
    <message>
        <source>今天结清要付的、没到期的利息和费</source>
        <translation>Interest and fees not due yet, if paid off today</translation>
    </message>
    <message>
        <source>减去先存着的钱</source>
        <translation>Less what was kept</translation>
    </message>
    <message>
        <source>合起来</source>
        <translation>Together</translation>
    </message>
    <message>
        <source>要还才不逾期</source>
        <translation>Pays all that is late or due</translation>
    </message>
    <message>
        <source>一次结清要</source>
        <translation>Pays everything off</translation>
    </message>
</context>
<context>
    <name>LeftBehind</name>
    <message>
        <source>没保存的改动</source>
        <translation>Unsaved changes</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>不要了</source>
        <translation>Throw away</translation>
    </message>
    <message>
        <source>以后再说</source>
        <translation>Not now</translation>
    </message>
    <message>
        <source>别的窗口没来得及保存就结束了，它们的改动都在这里。</source>
        <translation>Other windows ended before they could save; their changes are all here.</translation>
    </message>
    <message>
        <source>这份改动不要了？丢掉就找不回来了。</source>
        <translation>Throw these changes away? They can&apos;t be brought back.</translation>
    </message>
    <message>
        <source>丢掉</source>
        <translation>Throw away</translation>
    </message>
    <message>
        <source>有密码的计划 · {when}</source>
        <translation>A plan with a password · {when}</translation>
    </message>
    <message>
        <source>读不了 · {when}</source>
        <translation>Can&apos;t be read · {when}</translation>
    </message>
    <message>
        <source>还没有文件</source>
        <translation>no file yet</translation>
    </message>
</context>
<context>
    <name>Letter</name>
    <message>
        <source>协商还款</source>
        <translation>Negotiating</translation>
    </message>
    <message>
        <source>协商信</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>情况说明</source>
        <translation>Statement of facts</translation>
    </message>
    <message>
        <source>清单</source>
        <translation>Checklist</translation>
    </message>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>存为文本…</source>
        <translation>Save as text…</translation>
    </message>
    <message>
        <source>存为 PDF…</source>
        <translation>Save as PDF…</translation>
    </message>
    <message>
        <source>打印…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>不填：按预算 {amount} 元</source>
        <translation>Empty: {amount} yuan, as budgeted</translation>
    </message>
    <message>
        <source>修改协商信：{field}</source>
        <translation>Edit letter: {field}</translation>
    </message>
    <message>
        <source>已复制</source>
        <translation>Copied</translation>
    </message>
    <message>
        <source>文本 (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>保存到</source>
        <translation>Save to</translation>
    </message>
    <message>
        <source>已存到 {name}</source>
        <translation>Saved to {name}</translation>
    </message>
    <message>
        <source>没能打印。可以先存为 PDF，再打印。</source>
        <translation>It could not be printed. You can save a PDF and print that.</translation>
    </message>
    <message>
        <source>已送去打印</source>
        <translation>Sent to the printer</translation>
    </message>
    <message>
        <source>协商还款申请</source>
        <translation>Request for a new repayment plan</translation>
    </message>
    <message>
        <source>打电话时说什么</source>
        <translation>What to say on the phone</translation>
    </message>
    <message>
        <source>要留好什么</source>
        <translation>What to keep</translation>
    </message>
    <message>
        <source>可以要求什么</source>
        <translation>What you can count on</translation>
    </message>
    <message>
        <source>协商清单</source>
        <translation>Checklist for negotiating</translation>
    </message>
    <message>
        <source>这个方案现在算不出来：{reason}。</source>
        <translation>This proposal cannot be worked out now: {reason}.</translation>
    </message>
    <message>
        <source>{name}的客服、贷款人：</source>
        <translation>To the lender and customer service of {name}:</translation>
    </message>
    <message>
        <source>您好。{start}，我借了 {amount} 元，分 {periods} 期还。我想把这笔钱还清。按原来的计划，我现在有困难，所以写这封信，和您商量一个新的还款计划。</source>
        <translation>On {start} I borrowed {amount} yuan, to be repaid in {periods} {periods:instalment|instalments}. I want to repay all of it. With the plan as it is I am in difficulty now, so I am writing to ask you for a new one.</translation>
    </message>
    <message>
        <source>到 {day}，我算出来欠的是：</source>
        <translation>By my figures, this is what I owe on {day}:</translation>
    </message>
    <message>
        <source>从第 {number} 期（{due}到期）起没有还清，已经逾期 {days} 天，共 {count} 期。</source>
        <translation>Unpaid since instalment {number}, due on {due}. Days late: {days}; instalments late: {count}.</translation>
    </message>
    <message>
        <source>逾期本金：{amount} 元</source>
        <translation>Overdue principal: {amount} yuan</translation>
    </message>
    <message>
        <source>利息：{amount} 元</source>
        <translation>Interest: {amount} yuan</translation>
    </message>
    <message>
        <source>手续费：{amount} 元</source>
        <translation>Fee: {amount} yuan</translation>
    </message>
    <message>
        <source>罚息：{amount} 元</source>
        <translation>Penalty: {amount} yuan</translation>
    </message>
    <message>
        <source>还没有逾期。</source>
        <translation>Nothing is late.</translation>
    </message>
    <message>
        <source>当天到期、不算逾期的：{amount} 元</source>
        <translation>Due that day and not late: {amount} yuan</translation>
    </message>
    <message>
        <source>合计，到这天要还：{amount} 元</source>
        <translation>Together, to be paid by that day: {amount} yuan</translation>
    </message>
    <message>
        <source>还没到期的本金：{amount} 元</source>
        <translation>Principal not due yet: {amount} yuan</translation>
    </message>
    <message>
        <source>已经多还、等着抵扣的：{amount} 元</source>
        <translation>Paid ahead and kept: {amount} yuan</translation>
    </message>
    <message>
        <source>这天全部还清要：{amount} 元</source>
        <translation>To pay everything off that day: {amount} yuan</translation>
    </message>
    <message>
        <source>和您那边的记录不一样的话，请告诉我差在哪里。</source>
        <translation>If your records differ, please tell me where.</translation>
    </message>
    <message>
        <source>收入 {amount} 元。</source>
        <translation>Income: {amount} yuan.</translation>
    </message>
    <message>
        <source>必要开支 {amount} 元。</source>
        <translation>Necessary spending: {amount} yuan.</translation>
    </message>
    <message>
        <source>收入比开支少 {amount} 元。</source>
        <translation>Income falls short of spending by {amount} yuan.</translation>
    </message>
    <message>
        <source>剩下 {left} 元。</source>
        <translation>Left over: {left} yuan.</translation>
    </message>
    <message>
        <source>剩下 {left} 元；下面的方案每月最多还 {most} 元，占剩下的 {share}。</source>
        <translation>Left over: {left} yuan. The proposal below takes at most {most} yuan a month, {share} of it.</translation>
    </message>
    <message>
        <source>我每个月的收支：</source>
        <translation>My income and spending each month:</translation>
    </message>
    <message>
        <source>每月剩下 {left} 元，方案里每月最多要还 {most} 元，差 {gap} 元。可以多分几期再算。</source>
        <translation>{left} yuan are left each month and the proposal takes up to {most} yuan: {gap} yuan too much. Try more instalments.</translation>
    </message>
    <message>
        <source>按填的收支，每月没有剩下的钱，方案里每月最多要还 {most} 元。先看看收支填对没有。</source>
        <translation>By these figures nothing is left each month, and the proposal takes up to {most} yuan. See whether income and spending are right.</translation>
    </message>
    <message>
        <source>我想这样还：</source>
        <translation>I would like to repay like this:</translation>
    </message>
    <message>
        <source>分 {periods} 期，{each}；第一期 {first}，最后一期 {last}。</source>
        <translation>{periods} {periods:instalment|instalments}, {each}; the first on {first}, the last on {last}.</translation>
    </message>
    <message>
        <source>{arrears}。</source>
        <translation>Of what is overdue: {arrears}.</translation>
    </message>
    <message>
        <source>这样一共还 {total} 元。</source>
        <translation>In all this comes to {total} yuan.</translation>
    </message>
    <message>
        <source>信里写的是 {day}的情况，那天还没到，先别发。现在就想谈，可以先打电话，照“清单”说。</source>
        <translation>The letter tells of {day}, and that day is still to come: do not send it yet. To talk now, call first and go by the checklist.</translation>
    </message>
    <message>
        <source>方案里每月最多 {most} 元，比没还上的那期 {agreed} 元还多。可以多分几期再算。</source>
        <translation>The plan takes up to {most} yuan a month, more than the {agreed} of the instalment that could not be paid. Try more instalments.</translation>
    </message>
    <message>
        <source>之前已经约定过：{plan}。</source>
        <translation>Agreed before: {plan}.</translation>
    </message>
    <message>
        <source>还不上的原因：</source>
        <translation>Why I cannot pay:</translation>
    </message>
    <message>
        <source>每期 {amount} 元</source>
        <translation>{amount} yuan each</translation>
    </message>
    <message>
        <source>每期 {amount} 元，最后一期 {last} 元</source>
        <translation>{amount} yuan each, the last {last} yuan</translation>
    </message>
    <message>
        <source>每期 {least} 到 {most} 元</source>
        <translation>{least} to {most} yuan each</translation>
    </message>
    <message>
        <source>手续费照原来的算。</source>
        <translation>The fee as agreed before.</translation>
    </message>
    <message>
        <source>，以后</source>
        <translation>, later </translation>
    </message>
    <message>
        <source>{rate}。</source>
        <translation>{rate}.</translation>
    </message>
    <message>
        <source>{rate}，和原来一样。</source>
        <translation>{rate}, as before.</translation>
    </message>
    <message>
        <source>年利率 {rate}%</source>
        <translation>Annual rate {rate}%</translation>
    </message>
    <message>
        <source>年利率 {rate}%（{per} {own}% × {times}）</source>
        <translation>Annual rate {rate}% ({per} {own}% × {times})</translation>
    </message>
    <message>
        <source>请您帮我确认：</source>
        <translation>Please confirm:</translation>
    </message>
    <message>
        <source>1. 这个计划可不可以。可以的话，请书面发给我，短信、邮件或者 App 里都行。</source>
        <translation>1. Whether you accept this plan. If so, please send it to me in writing: by text message, by mail or in the app.</translation>
    </message>
    <message>
        <source>2. 按新计划还的时候，罚息还算不算，算多少。</source>
        <translation>2. Whether the penalty goes on under the new plan, and how much it is.</translation>
    </message>
    <message>
        <source>3. 征信记录会怎么写。</source>
        <translation>3. What my credit record will say.</translation>
    </message>
    <message>
        <source>这个计划不行的话，也请告诉我怎样的计划可以。谢谢您。</source>
        <translation>If this plan is not possible, please tell me which one would be. Thank you.</translation>
    </message>
    <message>
        <source>附上的材料（附了的打勾）：</source>
        <translation>Enclosed (ticked where it is):</translation>
    </message>
    <message>
        <source>签名：{name}</source>
        <translation>Signed: {name}</translation>
    </message>
    <message>
        <source>联系方式：{contact}</source>
        <translation>Contact: {contact}</translation>
    </message>
    <message>
        <source>日期：{day}</source>
        <translation>Date: {day}</translation>
    </message>
    <message>
        <source>{name}，{start}借 {amount} 元，分 {periods} 期，{method}，{price}。</source>
        <translation>{name}: {amount} yuan borrowed on {start}, {periods} {periods:instalment|instalments}. {method}. {price}.</translation>
    </message>
    <message>
        <source>{event}。</source>
        <translation>{event}.</translation>
    </message>
    <message>
        <source>这笔借款</source>
        <translation>The loan</translation>
    </message>
    <message>
        <source>总手续费率 {rate}%</source>
        <translation>whole fee {rate}%</translation>
    </message>
    <message>
        <source>已经还的</source>
        <translation>What was paid</translation>
    </message>
    <message>
        <source>还没有还过。</source>
        <translation>Nothing yet.</translation>
    </message>
    <message>
        <source>到 {day}，一共还了 {amount} 元。</source>
        <translation>Paid by {day} in all: {amount} yuan.</translation>
    </message>
    <message>
        <source>{day}按时还 {amount} 元：{parts}。</source>
        <translation>{day}: {amount} yuan paid on time ({parts}).</translation>
    </message>
    <message>
        <source>{day}还 {amount} 元：{parts}。</source>
        <translation>{day}: {amount} yuan paid ({parts}).</translation>
    </message>
    <message>
        <source>{day}提前还 {amount} 元：{parts}。</source>
        <translation>{day}: {amount} yuan paid early ({parts}).</translation>
    </message>
    <message>
        <source>{day}一次结清 {amount} 元：{parts}。</source>
        <translation>{day}: settled with {amount} yuan ({parts}).</translation>
    </message>
    <message>
        <source>{day}减免 {amount} 元：{parts}。</source>
        <translation>{day}: {amount} yuan let off ({parts}).</translation>
    </message>
    <message>
        <source>{day}重新分期，转过去 {amount} 元：{parts}。</source>
        <translation>{day}: {amount} yuan moved into a new plan ({parts}).</translation>
    </message>
    <message>
        <source>{day}用前面多还的抵：{parts}。</source>
        <translation>{day}: paid out of what had been kept ({parts}).</translation>
    </message>
    <message>
        <source>罚息 {amount}</source>
        <translation>penalty {amount}</translation>
    </message>
    <message>
        <source>利息 {amount}</source>
        <translation>interest {amount}</translation>
    </message>
    <message>
        <source>手续费 {amount}</source>
        <translation>fee {amount}</translation>
    </message>
    <message>
        <source>本金 {amount}</source>
        <translation>principal {amount}</translation>
    </message>
    <message>
        <source>留着抵以后的 {amount}</source>
        <translation>kept for later {amount}</translation>
    </message>
    <message>
        <source>用掉前面留的 {amount}</source>
        <translation>used of what was kept {amount}</translation>
    </message>
    <message>
        <source>第 {number} 期，{due}到期，还差 {whole} 元：{parts}。</source>
        <translation>Instalment {number}, due on {due}: {whole} yuan unpaid ({parts}).</translation>
    </message>
    <message>
        <source>第 {number} 期，{due}到期，逾期 {days} 天，还差 {whole} 元：{parts}。</source>
        <translation>Instalment {number}, due on {due}, days late: {days}: {whole} yuan unpaid ({parts}).</translation>
    </message>
    <message>
        <source>到期没还的</source>
        <translation>What is due and unpaid</translation>
    </message>
    <message>
        <source>没有。</source>
        <translation>Nothing.</translation>
    </message>
    <message>
        <source>合计 {whole}，取到分，欠罚息 {owed} 元。</source>
        <translation>Together {whole}; to the fen, the penalty owed is {owed} yuan.</translation>
    </message>
    <message>
        <source>合计 {whole}；其中 {gone} 元已经还了、减免了或者转走了，还欠罚息 {owed} 元。</source>
        <translation>Together {whole}, of which {gone} yuan were paid, let off or moved; the penalty still owed is {owed} yuan.</translation>
    </message>
    <message>
        <source>合计 {whole}，本金和其余两部分各自取到分，欠罚息 {owed} 元。</source>
        <translation>Together {whole}; with both parts rounded to the fen the penalty owed is {owed} yuan.</translation>
    </message>
    <message>
        <source>罚息是怎么来的</source>
        <translation>How the penalty came about</translation>
    </message>
    <message>
        <source>{start}到 {end}：{days} 天 × 逾期本金 {base} × 每天 {rate}% = {amount}</source>
        <translation>{start} to {end}: {days} {days:day|days} × overdue principal {base} × {rate}% a day = {amount}</translation>
    </message>
    <message>
        <source>{start}到 {end}：{days} 天 × 逾期利息和费用 {base} × 每天 {rate}% = {amount}</source>
        <translation>{start} to {end}: {days} {days:day|days} × overdue interest and fees {base} × {rate}% a day = {amount}</translation>
    </message>
    <message>
        <source>逾期 {days} 天，一般叫“{stage}”。</source>
        <translation>Days late: {days}; lenders mostly call this &quot;{stage}&quot;.</translation>
    </message>
    <message>
        <source>{stage}。</source>
        <translation>{stage}.</translation>
    </message>
    <message>
        <source>五级分类里，一般算{name}</source>
        <translation>Of the five classes in lenders&apos; books: {name}</translation>
    </message>
    <message>
        <source>现在在哪一步</source>
        <translation>The stage</translation>
    </message>
    <message>
        <source>几种办法，都从 {day}算起，和每期都按时还比</source>
        <translation>Ways out, each taken on {day}, against paying everything on time</translation>
    </message>
    <message>
        <source>{way}：现在不行，{reason}。</source>
        <translation>{way}: not possible ({reason}).</translation>
    </message>
    <message>
        <source>当天还 {amount} 元</source>
        <translation>{amount} yuan that day</translation>
    </message>
    <message>
        <source>{day}起没有逾期</source>
        <translation>nothing late from {day}</translation>
    </message>
    <message>
        <source>{way}：{parts}。</source>
        <translation>{way}: {parts}.</translation>
    </message>
    <message>
        <source>{day}还 {amount} 元</source>
        <translation>{amount} yuan on {day}</translation>
    </message>
    <message>
        <source>以后每月 {amount} 元，到 {day}</source>
        <translation>then {amount} yuan a month until {day}</translation>
    </message>
    <message>
        <source>以后每月 {least} 到 {most} 元，到 {day}</source>
        <translation>then {least} to {most} yuan a month until {day}</translation>
    </message>
    <message>
        <source>借款和还款的数：我自己照 App 和合同填的。</source>
        <translation>Loan and payments: my own entries, from the app and the contract.</translation>
    </message>
    <message>
        <source>罚息怎么算：我自己照合同填的。</source>
        <translation>The penalty: my own entry, from the contract.</translation>
    </message>
    <message>
        <source>罚息怎么算：{sources}。</source>
        <translation>The penalty: {sources}.</translation>
    </message>
    <message>
        <source>逾期的叫法和分类：{sources}。</source>
        <translation>Stage and class: {sources}.</translation>
    </message>
    <message>
        <source>这些数是谁说的</source>
        <translation>Whose word the figures are</translation>
    </message>
    <message>
        <source>以上是算出来的数和出处，不是法律意见；以合同和贷款人的记录为准。</source>
        <translation>These are figures worked out and their sources, not legal advice; the contract and the lender&apos;s records decide.</translation>
    </message>
    <message>
        <source>由“借花规划”算出。它是独立软件，与蚂蚁集团、支付宝没有关系。</source>
        <translation>Worked out by Jiehua Planner, independent software with no connection to Ant Group or Alipay.</translation>
    </message>
    <message>
        <source>也有来源说：{said}（{sources}）</source>
        <translation>Another view: {said} ({sources})</translation>
    </message>
    <message>
        <source>来源：{sources}</source>
        <translation>Source: {sources}</translation>
    </message>
</context>
<context>
    <name>Loans</name>
    <message>
        <source>借款</source>
        <translation>Loans</translation>
    </message>
    <message>
        <source>添加借款</source>
        <translation>Add loan</translation>
    </message>
    <message>
        <source>{name} 还款表</source>
        <translation>{name} schedule</translation>
    </message>
    <message>
        <source>修改借款：{field}</source>
        <translation>Change loan: {field}</translation>
    </message>
    <message>
        <source>删除借款</source>
        <translation>Delete loan</translation>
    </message>
    <message>
        <source>每一笔借款，每期还多少、一共多付多少，都算到分。</source>
        <translation>Every loan, what each instalment is and what it costs in all, to the fen.</translation>
    </message>
    <message>
        <source>填一笔借款</source>
        <translation>Enter a loan</translation>
    </message>
    <message>
        <source>全部在这台电脑上算，不联网。</source>
        <translation>All is worked out on this computer, without network.</translation>
    </message>
    <message>
        <source>约定的计划：{plan}</source>
        <translation>As agreed: {plan}</translation>
    </message>
    <message>
        <source>这笔借款还算不出来</source>
        <translation>This loan cannot be worked out yet</translation>
    </message>
    <message>
        <source>左边有一处还没填对，这里是改之前的结果。</source>
        <translation>Something on the left is not right yet; these figures are from before.</translation>
    </message>
    <message>
        <source>新借款</source>
        <translation>New loan</translation>
    </message>
    <message>
        <source>添加一笔借款</source>
        <translation>Add a loan</translation>
    </message>
    <message>
        <source>{name} ⚠ 逾期 {days} 天</source>
        <translation>{name} ⚠ {days} {days:day|days} late</translation>
    </message>
    <message>
        <source>删除这笔借款</source>
        <translation>Delete this loan</translation>
    </message>
    <message>
        <source>利息和手续费</source>
        <translation>Interest and fee</translation>
    </message>
    <message>
        <source>总共还</source>
        <translation>Paid in all</translation>
    </message>
    <message>
        <source>名义年化</source>
        <translation>Nominal annual</translation>
    </message>
    <message>
        <source>实际年化</source>
        <translation>Effective annual</translation>
    </message>
    <message>
        <source>每期要还（下段是本金，上段是利息或手续费）</source>
        <translation>Each instalment (below: principal, on top: interest or fee)</translation>
    </message>
    <message>
        <source>还款表</source>
        <translation>Schedule</translation>
    </message>
    <message>
        <source>每借 100 元付 {amount} 元</source>
        <translation>{amount} per 100 borrowed</translation>
    </message>
    <message>
        <source>其中本金 {amount}</source>
        <translation>including principal {amount}</translation>
    </message>
    <message>
        <source>单利 · 按期数</source>
        <translation>simple · by period</translation>
    </message>
    <message>
        <source>复利 · 按还款日</source>
        <translation>compound · by date</translation>
    </message>
    <message>
        <source>期</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>还款日</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>天数</source>
        <translation>Days</translation>
    </message>
    <message>
        <source>本金</source>
        <translation>Principal</translation>
    </message>
    <message>
        <source>手续费</source>
        <translation>Fee</translation>
    </message>
    <message>
        <source>利息</source>
        <translation>Interest</translation>
    </message>
    <message>
        <source>应还</source>
        <translation>To pay</translation>
    </message>
    <message>
        <source>还剩本金</source>
        <translation>Balance</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>{due} 应还 {payment} 元</source>
        <translation>{due}: {payment} yuan due</translation>
    </message>
    <message>
        <source>没还 {amount}</source>
        <translation>due {amount}</translation>
    </message>
    <message>
        <source>没还的，转入新的计划</source>
        <translation>Unpaid, moved into the new plan</translation>
    </message>
    <message>
        <source>没还，转入新的计划</source>
        <translation>Unpaid, moved into the new plan</translation>
    </message>
    <message>
        <source>提前还款</source>
        <translation>Paid early</translation>
    </message>
    <message>
        <source>结清</source>
        <translation>Settled</translation>
    </message>
    <message>
        <source>重新分期</source>
        <translation>New plan</translation>
    </message>
    <message>
        <source>第 {period} 期 {due}：本金 {principal} + 利息和手续费 {cost} = {payment} 元</source>
        <translation>No. {period}, {due}: principal {principal} + interest and fee {cost} = {payment} yuan</translation>
    </message>
    <message>
        <source>看示例计划</source>
        <translation>See the sample plan</translation>
    </message>
    <message>
        <source>照着 App 填金额、日期、期数和利率，右边马上出还款表。</source>
        <translation>Enter amount, date, term and rate as your app shows them; the schedule follows at once.</translation>
    </message>
</context>
<context>
    <name>Money</name>
    <message>
        <source>要写成带引号的十进制数字，例如 &quot;0.00035&quot;，不能用浮点数</source>
        <translation>Must be a decimal in quotes, like &quot;0.00035&quot;, not a float</translation>
    </message>
    <message>
        <source>不是十进制数字；请写成 12000.00 这样</source>
        <translation>Not a decimal; write it like 12000.00</translation>
    </message>
    <message>
        <source>这里要填一个数字</source>
        <translation>Enter a number here</translation>
    </message>
    <message>
        <source>“{text}”不是数字</source>
        <translation>&quot;{text}&quot; is not a number</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>账单不是一笔借款，变不成借款</source>
        <translation>A bill is no loan and can&apos;t become one</translation>
    </message>
    <message>
        <source>最多并排 {most} 列，先去掉一列</source>
        <translation>No more than {most} columns side by side: remove one first</translation>
    </message>
</context>
<context>
    <name>Outputs</name>
    <message>
        <source>借款概览</source>
        <translation>Overview of the loans</translation>
    </message>
    <message>
        <source>全部借款，按还款日</source>
        <translation>All loans by due date</translation>
    </message>
    <message>
        <source>每个月到期的</source>
        <translation>What falls due each month</translation>
    </message>
    <message>
        <source>{label}：还款表</source>
        <translation>{label}: schedule</translation>
    </message>
    <message>
        <source>{label}：账本</source>
        <translation>{label}: books</translation>
    </message>
    <message>
        <source>晚几天多付多少</source>
        <translation>What each day late costs</translation>
    </message>
    <message>
        <source>{label}：逾期后的办法</source>
        <translation>{label}: ways out</translation>
    </message>
    <message>
        <source>对比</source>
        <translation>Comparison</translation>
    </message>
    <message>
        <source>对比：{name}</source>
        <translation>Comparison: {name}</translation>
    </message>
    <message>
        <source>预算：往后的月份</source>
        <translation>Budget: the months ahead</translation>
    </message>
    <message>
        <source>预算：还能承担多少</source>
        <translation>Budget: how much more can be carried</translation>
    </message>
    <message>
        <source>策略：各种还法</source>
        <translation>Payoff: the ways</translation>
    </message>
    <message>
        <source>策略：最省的还法，每一笔</source>
        <translation>Payoff: every payment of the cheapest way</translation>
    </message>
    <message>
        <source>压力测试：每个月</source>
        <translation>Stress test: each month</translation>
    </message>
    <message>
        <source>压力测试：办法</source>
        <translation>Stress test: what would help</translation>
    </message>
    <message>
        <source>停下了，很多种可能还没有算完。</source>
        <translation>Stopped before the many futures were worked out.</translation>
    </message>
    <message>
        <source>没有写“{title}”：{reason}</source>
        <translation>Not written, &quot;{title}&quot;: {reason}</translation>
    </message>
</context>
<context>
    <name>Overdue</name>
    <message>
        <source>按手续费收的没有日利率可乘；请给出 penalty_rate</source>
        <translation>a loan that charges a fee has no daily rate to multiply; give penalty_rate</translation>
    </message>
    <message>
        <source>晚的天数</source>
        <translation>days late</translation>
    </message>
    <message>
        <source>元</source>
        <translation>yuan</translation>
    </message>
    <message>
        <source>不能早于起息日 {start}</source>
        <translation>cannot be before {start}, when interest begins</translation>
    </message>
    <message>
        <source>有逾期，但不知道罚息怎么算：请给出 overdue，或者写产品</source>
        <translation>something is late and it is not known what that costs: give overdue, or name the product</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>都还清了，没有要还的钱。真好。</source>
        <translation>All paid off, nothing is owed. Well done.</translation>
    </message>
    <message>
        <source>这里的借款还算不出来，补一处就好。</source>
        <translation>These loans can&apos;t be worked out yet; one entry is missing.</translation>
    </message>
    <message>
        <source>今天要还 {amount} 元</source>
        <translation>{amount} yuan is due today</translation>
    </message>
    <message>
        <source>下一笔：明天（{day}）还 {amount} 元</source>
        <translation>Next: {amount} yuan tomorrow ({day})</translation>
    </message>
    <message>
        <source>下一笔：{day}还 {amount} 元，还有 {days} 天</source>
        <translation>Next: {amount} yuan on {day}, in {days} {days:day|days}</translation>
    </message>
    <message>
        <source>{count} 笔逾期，最久 {days} 天；今天一共付 {amount} 元就都不再逾期</source>
        <translation>{count} {count:loan is|loans are} late, one for {days} {days:day|days}; {amount} yuan today clear them all</translation>
    </message>
    <message>
        <source>{name}还有罚息没付；今天付 {amount} 元就清了</source>
        <translation>{name}: a penalty is left; paying {amount} yuan today clears it</translation>
    </message>
    <message>
        <source>{name}逾期 {days} 天；今天付 {amount} 元就不再逾期</source>
        <translation>{name} is {days} {days:day|days} late; paying {amount} yuan today clears it</translation>
    </message>
    <message>
        <source>手上的钱还差 {missing} 元</source>
        <translation>you are {missing} yuan short</translation>
    </message>
    <message>
        <source>手上的钱够</source>
        <translation>you have the money</translation>
    </message>
    <message>
        <source>那天的钱够</source>
        <translation>the money will be there that day</translation>
    </message>
    <message>
        <source>那天的钱还差 {missing} 元</source>
        <translation>{missing} yuan short that day</translation>
    </message>
    <message>
        <source>{name}：今天付 {amount} 元（{facts}）</source>
        <translation>{name}: {amount} yuan today ({facts})</translation>
    </message>
    <message>
        <source>借款都留在“借款”里，想看随时可以看。</source>
        <translation>The loans stay on &quot;Loans&quot;, there to look at whenever you like.</translation>
    </message>
    <message>
        <source>一共还欠 {whole} 元，付清就全部还完了。</source>
        <translation>{whole} yuan owed in all; paying it leaves nothing owed.</translation>
    </message>
    <message>
        <source>一共还欠 {whole} 元，照现在的计划 {month}还清。</source>
        <translation>{whole} yuan owed in all; debt-free in {month} by this plan.</translation>
    </message>
    <message>
        <source>{name}现在逾期 {days} 天，{day}起按谈好的新计划还。</source>
        <translation>{name} is {days} {days:day|days} late now; from {day} it is paid by the new plan that is agreed.</translation>
    </message>
    <message>
        <source>再下一笔：{day}还 {amount} 元。</source>
        <translation>After that: {amount} yuan on {day}.</translation>
    </message>
    <message>
        <source>算不出来、没有算在里面的：{names}。</source>
        <translation>Can&apos;t be worked out and not counted: {names}.</translation>
    </message>
    <message>
        <source>{month} 月 {day} 日</source>
        <translation>{month:02d}-{day:02d}</translation>
    </message>
    <message>
        <source>借呗</source>
        <translation>Jiebei</translation>
    </message>
    <message>
        <source>花呗</source>
        <translation>Huabei</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>下个月 {amount}</source>
        <translation>Next month {amount}</translation>
    </message>
    <message>
        <source>含逾期 {amount}</source>
        <translation>late {amount}</translation>
    </message>
    <message>
        <source>都已逾期</source>
        <translation>all late</translation>
    </message>
    <message>
        <source>{name}：已经逾期的 {amount} 元</source>
        <translation>{name}: {amount} yuan already late</translation>
    </message>
    <message>
        <source>{name}：已经逾期的 {amount} 元，其中罚息 {penalty} 元</source>
        <translation>{name}: {amount} yuan already late, {penalty} of it penalty</translation>
    </message>
    <message>
        <source>这个月没有要还的了</source>
        <translation>Nothing more this month</translation>
    </message>
    <message>
        <source>{name}：第 {number} 期，{day} 还 {amount} 元</source>
        <translation>{name}: instalment {number}, {amount} yuan on {day}</translation>
    </message>
    <message>
        <source>{name}：{day} 提前还 {amount} 元</source>
        <translation>{name}: {amount} yuan paid early on {day}</translation>
    </message>
    <message>
        <source>{name}：{amount} 元 = {parts}</source>
        <translation>{name}: {amount} yuan = {parts}</translation>
    </message>
    <message>
        <source>本金 {amount}</source>
        <translation>principal {amount}</translation>
    </message>
    <message>
        <source>利息和费用 {amount}</source>
        <translation>interest and fees {amount}</translation>
    </message>
    <message>
        <source>罚息 {amount}</source>
        <translation>penalty {amount}</translation>
    </message>
    <message>
        <source> − 前面多还的 {amount}</source>
        <translation> − paid ahead {amount}</translation>
    </message>
    <message>
        <source>{name}：实际年化 {rate}，还欠本金 {amount} 元</source>
        <translation>{name}: effective annual rate {rate}, {amount} yuan of principal left</translation>
    </message>
    <message>
        <source>{name}：年化大得算不出来，没有算在里面</source>
        <translation>{name}: the annual rate is too high to work out, not counted</translation>
    </message>
    <message>
        <source>按还欠的本金加权：{rate}。复利，按还款日，一年 365 天。</source>
        <translation>Weighted by the principal left: {rate}. Compound, by due dates, a year of 365 days.</translation>
    </message>
    <message>
        <source>今天</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>{count} 天</source>
        <translation>{count} {count:day|days}</translation>
    </message>
    <message>
        <source>{count} 个月</source>
        <translation>{count} {count:month|months}</translation>
    </message>
    <message>
        <source>付清逾期的就还完了</source>
        <translation>once what is late is paid</translation>
    </message>
    <message>
        <source>{name}：最后一次 {day}</source>
        <translation>{name}: last on {day}</translation>
    </message>
    <message>
        <source>{name}：最后一次 {day}，已经到期</source>
        <translation>{name}: last on {day}, due already</translation>
    </message>
    <message>
        <source>照现在的计划，每一期都按时还。</source>
        <translation>By this plan, every instalment paid on its day.</translation>
    </message>
    <message>
        <source>一共 {amount} 元</source>
        <translation>{amount} yuan in all</translation>
    </message>
    <message>
        <source>逾期 {days} 天</source>
        <translation>{days} {days:day|days} late</translation>
    </message>
    <message>
        <source>罚息 {amount} 元</source>
        <translation>penalty {amount} yuan</translation>
    </message>
    <message>
        <source>不知道罚息怎么算，没有算在里面</source>
        <translation>how the penalty is charged isn&apos;t known, so none is counted</translation>
    </message>
    <message>
        <source>再晚一天多付 {amount} 元</source>
        <translation>one more day costs {amount} yuan</translation>
    </message>
    <message>
        <source>往后 {count} 个月一共要还 {whole} 元，最多的是 {month}：{amount} 元。</source>
        <translation>{whole} yuan over {count} {count:month|months}, the most in {month}: {amount} yuan.</translation>
    </message>
    <message>
        <source>逾期的 {amount} 元算在这个月。</source>
        <translation>The {amount} yuan that is late counts in this month.</translation>
    </message>
    <message>
        <source>再往后还有 {amount} 元。</source>
        <translation>After that {amount} yuan is left.</translation>
    </message>
    <message>
        <source>按预算，每月的收入不够开支。</source>
        <translation>By your budget, income does not cover spending.</translation>
    </message>
    <message>
        <source>按预算，每月收入减开支还有 {amount} 元，每个月要还的都不超过它。</source>
        <translation>By your budget, income less spending leaves {amount} yuan a month; no month goes above it.</translation>
    </message>
    <message>
        <source>按预算，每月收入减开支还有 {amount} 元，有 {count} 个月超过它。</source>
        <translation>By your budget, income less spending leaves {amount} yuan a month; {count} {count:month goes|months go} above it.</translation>
    </message>
    <message>
        <source>⚠ 先看逾期的</source>
        <translation>⚠ First, what is late</translation>
    </message>
    <message>
        <source>今天付 {amount} 元</source>
        <translation>{amount} yuan today</translation>
    </message>
    <message>
        <source>{action}：{name}</source>
        <translation>{action}: {name}</translation>
    </message>
    <message>
        <source>看有哪些办法</source>
        <translation>See the ways out</translation>
    </message>
    <message>
        <source>每一笔借款</source>
        <translation>Loan by loan</translation>
    </message>
    <message>
        <source>按回车看这一笔</source>
        <translation>Enter shows the loan</translation>
    </message>
    <message>
        <source>点一行，或者按回车，看这一笔的还款表。</source>
        <translation>Click a row, or press Enter, to see the loan&apos;s schedule.</translation>
    </message>
    <message>
        <source>借款</source>
        <translation>Loan</translation>
    </message>
    <message>
        <source>下次还款日</source>
        <translation>Next due</translation>
    </message>
    <message>
        <source>要还</source>
        <translation>To pay</translation>
    </message>
    <message>
        <source>还欠</source>
        <translation>Owed</translation>
    </message>
    <message>
        <source>实际年化</source>
        <translation>Effective rate</translation>
    </message>
    <message>
        <source>最后一天</source>
        <translation>Last day</translation>
    </message>
    <message>
        <source>⚠ 逾期 {days} 天</source>
        <translation>⚠ {days} {days:day|days} late</translation>
    </message>
    <message>
        <source>⚠ 还有罚息</source>
        <translation>⚠ penalty left</translation>
    </message>
    <message>
        <source>已还清</source>
        <translation>Paid off</translation>
    </message>
    <message>
        <source>算不出来</source>
        <translation>Can&apos;t be worked out</translation>
    </message>
    <message>
        <source>往后 12 个月</source>
        <translation>The next 12 months</translation>
    </message>
    <message>
        <source>每月余 {amount}</source>
        <translation>Left each month {amount}</translation>
    </message>
    <message>
        <source>这个月有逾期的</source>
        <translation>Month with arrears</translation>
    </message>
    <message>
        <source>{month} 月</source>
        <translation>{month:02d}</translation>
    </message>
    <message>
        <source>总览</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>这个月还要还</source>
        <translation>Still due this month</translation>
    </message>
    <message>
        <source>一共还欠</source>
        <translation>Owed in all</translation>
    </message>
    <message>
        <source>平均实际年化</source>
        <translation>Average effective rate</translation>
    </message>
    <message>
        <source>还清</source>
        <translation>Debt-free</translation>
    </message>
    <message>
        <source>{name} 总览</source>
        <translation>{name} overview</translation>
    </message>
    <message>
        <source>借呗、花呗怎么还最省，晚一天多付多少，一看就明白。</source>
        <translation>See how to repay Jiebei and Huabei for the least, and what a day late costs.</translation>
    </message>
    <message>
        <source>先看看示例，或者直接填自己的借款。</source>
        <translation>Look at the sample first, or enter your own loan.</translation>
    </message>
    <message>
        <source>其中本金 {amount}</source>
        <translation>principal {amount}</translation>
    </message>
    <message>
        <source>按欠的本金加权</source>
        <translation>weighted by principal owed</translation>
    </message>
</context>
<context>
    <name>OverviewTable</name>
    <message>
        <source>月份</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>逾期的（含罚息）</source>
        <translation>Late (with penalty)</translation>
    </message>
    <message>
        <source>一共要还</source>
        <translation>Due in all</translation>
    </message>
    <message>
        <source>以后</source>
        <translation>Later</translation>
    </message>
</context>
<context>
    <name>OwnRules</name>
    <message>
        <source>这里没有这个产品的规则</source>
        <translation>There is no rule for this product here</translation>
    </message>
    <message>
        <source>不能小于“{name}”的 {value}</source>
        <translation>It can not be below &quot;{name}&quot;, which is {value}</translation>
    </message>
    <message>
        <source>不能大于“{name}”的 {value}</source>
        <translation>It can not be above &quot;{name}&quot;, which is {value}</translation>
    </message>
    <message>
        <source>%，一年期</source>
        <translation>%, one year</translation>
    </message>
    <message>
        <source>哪天起</source>
        <translation>From which day</translation>
    </message>
    <message>
        <source>LPR</source>
        <translation>LPR</translation>
    </message>
    <message>
        <source>分几期</source>
        <translation>Instalments</translation>
    </message>
    <message>
        <source>总费率</source>
        <translation>Whole fee</translation>
    </message>
    <message>
        <source>规则里没有这一项</source>
        <translation>The rule has no such figure</translation>
    </message>
    <message>
        <source>要在 1 到 {most} 之间</source>
        <translation>Has to be between 1 and {most}</translation>
    </message>
    <message>
        <source>这个期数已经有费率了，改那一行就行</source>
        <translation>There is a fee for this term already: change its row</translation>
    </message>
    <message>
        <source>这一天你已经填过一个</source>
        <translation>You already have one for this day</translation>
    </message>
    <message>
        <source>倍</source>
        <translation>times</translation>
    </message>
    <message>
        <source>改成</source>
        <translation>Change to</translation>
    </message>
    <message>
        <source>日利率的几倍</source>
        <translation>× daily rate</translation>
    </message>
    <message>
        <source>每天百分之几</source>
        <translation>% a day</translation>
    </message>
    <message>
        <source>每月百分之几</source>
        <translation>% a month</translation>
    </message>
    <message>
        <source>每年百分之几</source>
        <translation>% a year</translation>
    </message>
    <message>
        <source>不滚入</source>
        <translation>It does not</translation>
    </message>
    <message>
        <source>每月滚入一次（利滚利）</source>
        <translation>Once a month (compounding)</translation>
    </message>
    <message>
        <source>罚息怎么定</source>
        <translation>How the penalty is set</translation>
    </message>
    <message>
        <source>几倍，或百分之几</source>
        <translation>Times, or percent</translation>
    </message>
    <message>
        <source>按什么收</source>
        <translation>Charged on</translation>
    </message>
    <message>
        <source>宽限几天</source>
        <translation>Days of grace</translation>
    </message>
    <message>
        <source>天</source>
        <translation>days</translation>
    </message>
    <message>
        <source>罚息再生罚息</source>
        <translation>A penalty on the penalty</translation>
    </message>
    <message>
        <source>逾期的利息也收罚息</source>
        <translation>Overdue interest bears it too</translation>
    </message>
    <message>
        <source>罚息以外，正常利息照收</source>
        <translation>Usual interest goes on besides</translation>
    </message>
    <message>
        <source>以后各期的手续费</source>
        <translation>Fees of later instalments</translation>
    </message>
    <message>
        <source>另收提前还的本金的</source>
        <translation>Charge on principal paid early</translation>
    </message>
    <message>
        <source>另收的至少是一期的利息或手续费</source>
        <translation>At least one instalment&apos;s interest or fee</translation>
    </message>
    <message>
        <source>不到几天，下个月起还</source>
        <translation>Fewer days than: a month later</translation>
    </message>
    <message>
        <source>{day} 日借的，几日还</source>
        <translation>Drawn on the {day}th, due on</translation>
    </message>
    <message>
        <source>日</source>
        <translation>of the month</translation>
    </message>
    <message>
        <source>怎么取整</source>
        <translation>How it is rounded</translation>
    </message>
    <message>
        <source>取到</source>
        <translation>To</translation>
    </message>
    <message>
        <source>至少留一种还法</source>
        <translation>Leave at least one way of paying back</translation>
    </message>
    <message>
        <source>要填几个整数，比如 3、6、12</source>
        <translation>Put in whole numbers, such as 3, 6, 12</translation>
    </message>
    <message>
        <source>有了新的 LPR，可以自己加一行。这些线只用来提示，不是判断。</source>
        <translation>When there is a new LPR you can add it. These lines only give hints, they judge nothing.</translation>
    </message>
    <message>
        <source>{rule}的“{figure}”</source>
        <translation>&quot;{figure}&quot; of {rule}</translation>
    </message>
    <message>
        <source>有 {count} 处改动这里用不上：{names}。</source>
        <translation>{count} {count:change does|changes do} nothing here: {names}.</translation>
    </message>
    <message>
        <source>有 {count} 处改动这里用不上，头几处是 {names}。</source>
        <translation>{count} {count:change does|changes do} nothing here; the first are {names}.</translation>
    </message>
    <message>
        <source>先留着，不起作用；可能是更新的版本存的，也可能和别的改动合不到一起。</source>
        <translation>Kept without effect: a newer version may have saved them, or they don&apos;t go together with other changes.</translation>
    </message>
    <message>
        <source>{name}：{before} → {after}</source>
        <translation>{name}: {before} → {after}</translation>
    </message>
    <message>
        <source>还款表</source>
        <translation>Schedule</translation>
    </message>
    <message>
        <source>算不出来：{why}</source>
        <translation>It can not be worked out: {why}</translation>
    </message>
    <message>
        <source>每期还</source>
        <translation>Each instalment</translation>
    </message>
    <message>
        <source>利息和手续费</source>
        <translation>Interest and fees</translation>
    </message>
    <message>
        <source>第一个还款日</source>
        <translation>First due day</translation>
    </message>
    <message>
        <source>最后还款日</source>
        <translation>Last due day</translation>
    </message>
    <message>
        <source>最低还款</source>
        <translation>Minimum payment</translation>
    </message>
    <message>
        <source>没有</source>
        <translation>none</translation>
    </message>
    <message>
        <source>提示</source>
        <translation>Hints</translation>
    </message>
    <message>
        <source>今天到期没还的</source>
        <translation>Due and unpaid today</translation>
    </message>
    <message>
        <source>晚 {days} 天，罚息</source>
        <translation>Penalty, {days} {days:day|days} late</translation>
    </message>
    <message>
        <source>{day} 还清，利息和手续费</source>
        <translation>Paid off on {day}, interest and fees</translation>
    </message>
    <message>
        <source>对比：{column}</source>
        <translation>Comparison: {column}</translation>
    </message>
    <message>
        <source>加一个期数的费率…</source>
        <translation>Add a fee for another term…</translation>
    </message>
    <message>
        <source>全部改回自带的：{name}</source>
        <translation>All back to built-in: {name}</translation>
    </message>
    <message>
        <source>加一个 LPR…</source>
        <translation>Add an LPR…</translation>
    </message>
    <message>
        <source>全部改回自带的</source>
        <translation>All back to built-in</translation>
    </message>
    <message>
        <source>改回自带的</source>
        <translation>Back to the built-in value</translation>
    </message>
    <message>
        <source>删掉这一行</source>
        <translation>Delete this row</translation>
    </message>
    <message>
        <source>加一个 LPR</source>
        <translation>Add an LPR</translation>
    </message>
    <message>
        <source>改成自己的：{name}</source>
        <translation>Make it your own: {name}</translation>
    </message>
    <message>
        <source>上面有一处还没填对。</source>
        <translation>Something above is not right yet.</translation>
    </message>
    <message>
        <source>填好了，这里就说会怎么变。</source>
        <translation>Once it is filled in, this says what would change.</translation>
    </message>
    <message>
        <source>和现在一样。改一改，这里就说会怎么变。</source>
        <translation>As it is now. Change something, and this says what it would do.</translation>
    </message>
    <message>
        <source>改规则：{name}</source>
        <translation>Change a rule: {name}</translation>
    </message>
    <message>
        <source>现在改不回去：{why}。先改那一项。</source>
        <translation>It can not go back now. {why}. Change that one first.</translation>
    </message>
    <message>
        <source>改回自带的：{name}</source>
        <translation>Back to the built-in value: {name}</translation>
    </message>
    <message>
        <source>加一个期数的费率</source>
        <translation>Add a fee for another term</translation>
    </message>
    <message>
        <source>这份计划里没有用到这条规则。</source>
        <translation>This plan does not use this rule.</translation>
    </message>
    <message>
        <source>这份计划里没有数字会变。</source>
        <translation>No figure of this plan would change.</translation>
    </message>
    <message>
        <source>已有的借款各有自己填的价格和期数，不跟着变；新填一笔时用这个值。</source>
        <translation>Loans that are there keep the price and the instalments you put in; a new loan begins with this value.</translation>
    </message>
    <message>
        <source>改成自己的…</source>
        <translation>Make it your own…</translation>
    </message>
    <message>
        <source>这份计划会怎么变</source>
        <translation>What it would do to this plan</translation>
    </message>
    <message>
        <source>用这个</source>
        <translation>Use this</translation>
    </message>
    <message>
        <source>不改</source>
        <translation>Leave it</translation>
    </message>
    <message>
        <source>这一项只能是这样，没有别的可以选</source>
        <translation>It can only be like this; there is nothing else to choose</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>找页面、命令、借款和问题；拼音首字母也行</source>
        <translation>Find pages, commands, loans and questions</translation>
    </message>
    <message>
        <source>找到的</source>
        <translation>Found</translation>
    </message>
    <message>
        <source>没有找到。换个说法，或者少打几个字。</source>
        <translation>Nothing found. Try other words, or fewer letters.</translation>
    </message>
    <message>
        <source>{count} 项</source>
        <translation>{count} found</translation>
    </message>
    <message>
        <source>刚用过的</source>
        <translation>Used just now</translation>
    </message>
    <message>
        <source>页面</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>命令</source>
        <translation>Commands</translation>
    </message>
    <message>
        <source>{menu}：{choice}</source>
        <translation>{menu}: {choice}</translation>
    </message>
    <message>
        <source>借款</source>
        <translation>Loans</translation>
    </message>
    <message>
        <source>{loan}：逾期会怎样</source>
        <translation>{loan}: what if it is late</translation>
    </message>
    <message>
        <source>常问</source>
        <translation>Questions</translation>
    </message>
    <message>
        <source>规则</source>
        <translation>Rules</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>没有逾期的借款，不用打印这一张。</source>
        <translation>No loan is late: there is nothing to print here.</translation>
    </message>
    <message>
        <source>逾期的账</source>
        <translation>What is late</translation>
    </message>
    <message>
        <source>到 {today}为止，照填的还款记录算。</source>
        <translation>As of {today}, by the payments that were entered.</translation>
    </message>
    <message>
        <source>以放款方的记录和合同为准；还款前在 App 里再核对一遍当天的数。</source>
        <translation>The lender&apos;s records and the contract hold; check the day&apos;s figures in the app before paying.</translation>
    </message>
    <message>
        <source>都还没有逾期；下面是晚了会怎样。</source>
        <translation>Nothing is late yet; below is what being late would cost.</translation>
    </message>
    <message>
        <source>{count} 笔逾期，今天一共付 {amount} 元，就都不再逾期。</source>
        <translation>Late: {count} {count:loan|loans}. Paying {amount} yuan in all today ends that.</translation>
    </message>
    <message>
        <source>{label}：{day}欠多少</source>
        <translation>{label}: what is owed on {day}</translation>
    </message>
    <message>
        <source>{label}：再晚几天</source>
        <translation>{label}: a few days more</translation>
    </message>
    <message>
        <source>{label}：有哪些办法，都从 {day}算起</source>
        <translation>{label}: ways out, all counted from {day}</translation>
    </message>
    <message>
        <source>项目</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>金额</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>怎么来的</source>
        <translation>How it came about</translation>
    </message>
    <message>
        <source>再过几天</source>
        <translation>Days from then</translation>
    </message>
    <message>
        <source>哪一天</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>逾期几天</source>
        <translation>Days late</translation>
    </message>
    <message>
        <source>阶段</source>
        <translation>Stage</translation>
    </message>
    <message>
        <source>晚了一共多付</source>
        <translation>Extra so far</translation>
    </message>
    <message>
        <source>比现在多付</source>
        <translation>Extra from then</translation>
    </message>
    <message>
        <source>要还才不逾期</source>
        <translation>Ends being late</translation>
    </message>
    <message>
        <source>一次结清要</source>
        <translation>Pays off all</translation>
    </message>
    <message>
        <source>逾期几天起</source>
        <translation>From days late</translation>
    </message>
    <message>
        <source>一般叫</source>
        <translation>Usually called</translation>
    </message>
    <message>
        <source>五级分类</source>
        <translation>Class of five</translation>
    </message>
    <message>
        <source>逾期的阶段</source>
        <translation>Stages of being late</translation>
    </message>
    <message>
        <source>会怎样</source>
        <translation>What happens</translation>
    </message>
    <message>
        <source>谁说的</source>
        <translation>Whose word</translation>
    </message>
    <message>
        <source>{today} · 借花规划 {version} · 独立软件，与蚂蚁集团无关；只给数字和来源，不是法律意见</source>
        <translation>{today} · Jiehua {version} · independent, no connection with Ant Group; figures and sources only, no legal advice</translation>
    </message>
    <message>
        <source>中间发生的</source>
        <translation>What happened on the way</translation>
    </message>
    <message>
        <source>{name} 还款表</source>
        <translation>{name}: schedule</translation>
    </message>
    <message>
        <source>金额或比例</source>
        <translation>Amount or rate</translation>
    </message>
    <message>
        <source>怎么算</source>
        <translation>How it is charged</translation>
    </message>
    <message>
        <source>谁收</source>
        <translation>By whom</translation>
    </message>
    <message>
        <source>样子照《个人贷款业务明示综合融资成本规定》（2026-03-15 公布，2026-08-01 起施行）；它的年化公式没有查到，两种年化都列出，各有名字。</source>
        <translation>Laid out as the rules on disclosing the whole cost of personal loans ask for (published 2026-03-15, in force 2026-08-01). Their annual formula was not found: both annual rates are given, each with its name.</translation>
    </message>
    <message>
        <source>按填的条件算出来的，不是放款方出的明示表；两边不一样时，以放款方的和合同为准。</source>
        <translation>Worked out from the terms that were entered; it is not the lender&apos;s own table. Where the two differ, the lender&apos;s and the contract hold.</translation>
    </message>
    <message>
        <source>{name} 综合融资成本明示表</source>
        <translation>{name}: table of all costs</translation>
    </message>
    <message>
        <source>综合融资成本</source>
        <translation>All costs</translation>
    </message>
    <message>
        <source>还没有填收支。先在“预算”里填上，再打印。</source>
        <translation>No income or spending yet. Enter them under Budget first, then print.</translation>
    </message>
    <message>
        <source>要留意的</source>
        <translation>To look out for</translation>
    </message>
    <message>
        <source>往后的月份</source>
        <translation>The months ahead</translation>
    </message>
    <message>
        <source>填的收支</source>
        <translation>What was entered</translation>
    </message>
    <message>
        <source>预算</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>{day}借 {amount} 元，分 {periods} 期，{detail}。</source>
        <translation>{amount} yuan lent on {day}, {periods} {periods:instalment|instalments}, {detail}.</translation>
    </message>
    <message>
        <source>每一期</source>
        <translation>Each instalment</translation>
    </message>
    <message>
        <source>提前还款</source>
        <translation>Early payment</translation>
    </message>
    <message>
        <source>结清</source>
        <translation>Paid off</translation>
    </message>
    <message>
        <source>重新分期</source>
        <translation>New plan</translation>
    </message>
    <message>
        <source>没还 {amount}</source>
        <translation>Unpaid {amount}</translation>
    </message>
    <message>
        <source>没还，转入新的计划</source>
        <translation>Unpaid, went into the new plan</translation>
    </message>
    <message>
        <source>第 {page} / {pages} 页</source>
        <translation>Page {page} of {pages}</translation>
    </message>
</context>
<context>
    <name>Password</name>
    <message>
        <source>显示密码</source>
        <translation>Show the password</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>打开有密码的计划</source>
        <translation>Open a plan with a password</translation>
    </message>
    <message>
        <source>“{name}”有密码。</source>
        <translation>&quot;{name}&quot; has a password.</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>新密码</source>
        <translation>New password</translation>
    </message>
    <message>
        <source>再输一遍</source>
        <translation>Once more</translation>
    </message>
    <message>
        <source>换密码</source>
        <translation>Change the password</translation>
    </message>
    <message>
        <source>设密码</source>
        <translation>Set a password</translation>
    </message>
    <message>
        <source>计划文件、备份和自动留存的改动都会加密，没有密码谁也打不开：忘了密码，也没有办法找回。导出的表格不加密。硬盘上以前存过、后来删掉的内容，专门的软件可能还能读到。</source>
        <translation>The plan&apos;s file, its backups and unsaved changes on disk will be encrypted. Nobody opens them without the password, and a forgotten one can&apos;t be found again. Exported tables are not encrypted. What was on the disk before and was deleted since may still be readable by special software.</translation>
    </message>
    <message>
        <source>确定</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>去掉密码</source>
        <translation>Remove the password</translation>
    </message>
    <message>
        <source>至少 {least} 个字</source>
        <translation>At least {least} characters</translation>
    </message>
    <message>
        <source>两遍输的不一样</source>
        <translation>The two are not the same</translation>
    </message>
    <message>
        <source>密码已经换好。有 {count} 份备份用的是更早的密码，没有动；要打开它们，用当时的密码。</source>
        <translation>The password is changed. {count} backups are under an earlier password and were left as they are; that one opens them.</translation>
    </message>
</context>
<context>
    <name>Payoff</name>
    <message>
        <source>有两笔都叫“{name}”</source>
        <translation>two are called &quot;{name}&quot;</translation>
    </message>
    <message>
        <source>只有 custom 才写 order</source>
        <translation>order is for custom only</translation>
    </message>
    <message>
        <source>要把每笔的 name 各写一次</source>
        <translation>give the name of each debt once</translation>
    </message>
    <message>
        <source>要是一个金额，或者 1 到 {most} 个月的金额</source>
        <translation>must be one amount, or those of 1 to {most} months</translation>
    </message>
    <message>
        <source>{day} 才起息，还没有欠款。</source>
        <translation>It begins on {day}: nothing is owed yet.</translation>
    </message>
    <message>
        <source>要把每笔借款各写一次</source>
        <translation>name each loan once</translation>
    </message>
    <message>
        <source>没有要还的借款</source>
        <translation>there is no loan to pay off</translation>
    </message>
    <message>
        <source>这样永远还不清：第 {month} 个月光“{name}”的利息就有 {interest} 元，预算只有 {budget} 元。</source>
        <translation>This would never pay everything off: in month {month} the interest of &quot;{name}&quot; alone is {interest} yuan, and the budget only {budget}.</translation>
    </message>
    <message>
        <source>{most} 个月也还不清：第 {month} 个月的利息是 {interest} 元，预算是 {budget} 元。</source>
        <translation>This would not pay everything off even in {most} months: the interest of month {month} is {interest} yuan, the budget {budget}.</translation>
    </message>
    <message>
        <source>照期还，不提前</source>
        <translation>As agreed, nothing early</translation>
    </message>
    <message>
        <source>先还最小的</source>
        <translation>Smallest first</translation>
    </message>
    <message>
        <source>先还最贵的</source>
        <translation>Dearest first</translation>
    </message>
    <message>
        <source>按自己的顺序</source>
        <translation>My own order</translation>
    </message>
    <message>
        <source>最省的办法</source>
        <translation>The cheapest way</translation>
    </message>
    <message>
        <source>到 {end}还剩 {unpaid} 元还不上；连它算在内，从今天起一共多付 {cost} 元。</source>
        <translation>{unpaid} yuan are still unpaid on {end}; that counted in, it costs {cost} yuan in all from today.</translation>
    </message>
    <message>
        <source>从今天起一共多付 {cost} 元（利息、手续费和罚息），{day}全部还清。</source>
        <translation>From today it costs {cost} yuan in all (interest, fees and penalty); all is paid off on {day}.</translation>
    </message>
    <message>
        <source>已经证明没有更省的还法，差别只在四舍五入的零头。</source>
        <translation>It is proven that no way costs less, but for rounding.</translation>
    </message>
    <message>
        <source>还没证完：最多还能再省 {amount} 元（{gap}）。</source>
        <translation>Not proven to the end: {amount} yuan ({gap}) at most could still be saved.</translation>
    </message>
    <message>
        <source>{label}要一次还清才省：{day}还 {amount} 元，少付 {spared} 元。</source>
        <translation>{label} saves only if settled at once: {amount} yuan on {day} save {spared} yuan.</translation>
    </message>
    <message>
        <source>先还{label}：每 1 万元多欠一天多付 {cost} 元，是最贵的。</source>
        <translation>First {label}: each 10,000 yuan cost {cost} yuan for every day longer, the dearest of all.</translation>
    </message>
    <message>
        <source>先还{label}：每 1 万元多欠一天多付 {cost} 元，它的还款日先到。</source>
        <translation>First {label}: each 10,000 yuan cost {cost} yuan for every day longer, and its due date comes first.</translation>
    </message>
    <message>
        <source>再还{label}：每 1 万元多欠一天多付 {cost} 元。</source>
        <translation>Then {label}: each 10,000 yuan cost {cost} yuan for every day longer.</translation>
    </message>
    <message>
        <source>{label}提前还不省手续费，所以照期还。</source>
        <translation>{label}: paying early does not save the fee, so it is paid as agreed.</translation>
    </message>
    <message>
        <source>{label}提前还也省不了，所以照期还。</source>
        <translation>{label}: paying early saves nothing, so it is paid as agreed.</translation>
    </message>
    <message>
        <source>还有 {count} 期也要晚还，一共多付 {cost} 元。</source>
        <translation>Further instalments paid late: {count}, at a cost of {cost} yuan in all.</translation>
    </message>
    <message>
        <source>不知道{labels}晚还一天多收多少，没有算进去。</source>
        <translation>What a late day costs is not known for {labels}; it is not counted.</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>{label}在 {day}到期的那期，到 {end}也还不上，那时罚息 {cost} 元。</source>
        <translation>{label}: the instalment due on {day} is still unpaid on {end}, with a penalty of {cost} yuan by then.</translation>
    </message>
    <message>
        <source>{label}已经逾期的部分在 {paid}还掉，那时晚了 {days} 天，罚息 {cost} 元。</source>
        <translation>{label}: what is overdue is paid on {paid}, then {days} {days:day|days} late, with a penalty of {cost} yuan.</translation>
    </message>
    <message>
        <source>{label}在 {day}到期的那期只好晚 {days} 天，多付 {cost} 元。</source>
        <translation>{label}: the instalment due on {day} has to be {days} {days:day|days} late and costs {cost} yuan more.</translation>
    </message>
    <message>
        <source>{name}：还有 {unpaid} 元还不上。</source>
        <translation>{name}: {unpaid} yuan stay unpaid.</translation>
    </message>
    <message>
        <source>{name}：一样省。</source>
        <translation>{name}: costs no more.</translation>
    </message>
    <message>
        <source>{name}：多付 {cost} 元，比最省的多 {more} 元。</source>
        <translation>{name}: costs {cost} yuan, {more} more than the cheapest.</translation>
    </message>
    <message>
        <source>要一天都不晚，钱不够：到 {day}还差 {amount} 元。</source>
        <translation>There is not enough to pay everything on time: {amount} yuan are missing by {day}.</translation>
    </message>
</context>
<context>
    <name>PayoffPage</name>
    <message>
        <source>里面有晚还的，不能直接照做；先看“逾期”里的办法。</source>
        <translation>Something in it is paid late, so it cannot be taken over as it is: see the ways out on the page Late first.</translation>
    </message>
    <message>
        <source>正在算……</source>
        <translation>Working it out…</translation>
    </message>
    <message>
        <source>钱一直不够：到 {day}还欠 {amount} 元，要谈新的分期。</source>
        <translation>The money is never enough: {amount} yuan are still owed on {day}. A new plan has to be negotiated.</translation>
    </message>
    <message>
        <source>钱不够按时还，损失最小的办法：{late}</source>
        <translation>There is not enough to pay on time. What costs least: {late}</translation>
    </message>
    <message>
        <source>钱不够按时还，损失最小的办法也有 {count} 笔晚，最久的{late}</source>
        <translation>There is not enough to pay on time. Even the least costly way has {count} late payments; the longest: {late}</translation>
    </message>
    <message>
        <source>照约定还就是最省的，提前还也省不下钱。</source>
        <translation>Paying as agreed is cheapest: paying early saves nothing.</translation>
    </message>
    <message>
        <source>最省的还法一共多付 {cost} 元，比照约定还少 {saved} 元，{day}还清。</source>
        <translation>The cheapest way costs {cost} yuan in all, {saved} less than paying as agreed; paid off on {day}.</translation>
    </message>
    <message>
        <source>“预算”按见钱就扣来算，日子可能更早。</source>
        <translation>Budget takes a payment as soon as there is money, so its days can be earlier.</translation>
    </message>
    <message>
        <source>简单的几种排法已经在下面；最省的还在找。</source>
        <translation>The simple orders are below already; the cheapest way is still being looked for.</translation>
    </message>
    <message>
        <source>没有要还的借款。</source>
        <translation>There is no loan to pay off.</translation>
    </message>
    <message>
        <source>已证明没有更省的还法（差在四舍五入的几分之内）。</source>
        <translation>It is proven that no way costs less (within a few fen of rounding).</translation>
    </message>
    <message>
        <source>还没证明是最省的：最多还能省 {amount} 元（{gap}）。</source>
        <translation>Not proven to be cheapest: {amount} yuan ({gap}) at most could still be saved.</translation>
    </message>
    <message>
        <source>没有找到更省的还法。</source>
        <translation>No way that costs less was found.</translation>
    </message>
    <message>
        <source>只看钱是这样；晚还还会影响征信：“{way}”少晚 {days} 天，多付 {more} 元。</source>
        <translation>That looks at money alone, and being late also marks a credit record: &quot;{way}&quot; is {days} {days:day|days} less late and costs {more} yuan more.</translation>
    </message>
    <message>
        <source>没有算在里面：{loans}</source>
        <translation>Not counted: {loans}</translation>
    </message>
    <message>
        <source>{label}（{reason}）</source>
        <translation>{label} ({reason})</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
    <message>
        <source>每月拿 {amount} 元还债。</source>
        <translation>{amount} yuan a month go to debt.</translation>
    </message>
    <message>
        <source>预算里剩下的钱都用来还债，往后吃住要用的先留着。</source>
        <translation>All that the budget leaves goes to debts; what living takes later is kept.</translation>
    </message>
    <message>
        <source>{name}逾期的部分</source>
        <translation>{name}, overdue part</translation>
    </message>
    <message>
        <source>{name}第 {number} 期</source>
        <translation>{name}, instalment {number}</translation>
    </message>
    <message>
        <source>{what}一直还不上。</source>
        <translation>{what}: cannot be paid at all.</translation>
    </message>
    <message>
        <source>{what}晚 {days} 天，到 {day}还，多付 {cost} 元。</source>
        <translation>{what}: {days} {days:day|days} late, paid on {day}, at a cost of {cost} yuan.</translation>
    </message>
    <message>
        <source>要是{loan}谈成分 {periods} 期：{late}，一共多付 {cost} 元（{than}）。</source>
        <translation>If {loan} is negotiated into {periods} {periods:instalment|instalments}: {late}, at a cost of {cost} yuan in all ({than}).</translation>
    </message>
    <message>
        <source>还有 {count} 笔晚</source>
        <translation>{count} still late</translation>
    </message>
    <message>
        <source>以后都不晚</source>
        <translation>nothing is late any more</translation>
    </message>
    <message>
        <source>比不谈多 {amount} 元</source>
        <translation>{amount} yuan more than without</translation>
    </message>
    <message>
        <source>比不谈少 {amount} 元</source>
        <translation>{amount} yuan less than without</translation>
    </message>
    <message>
        <source>第 {number} 期</source>
        <translation>· instalment {number}</translation>
    </message>
    <message>
        <source>第 {number} 期，晚了</source>
        <translation>· instalment {number}, late</translation>
    </message>
    <message>
        <source>逾期的部分</source>
        <translation>· overdue part</translation>
    </message>
    <message>
        <source>提前还一笔</source>
        <translation>· paid early</translation>
    </message>
    <message>
        <source>一次结清</source>
        <translation>· settled</translation>
    </message>
    <message>
        <source>{label}：{what}</source>
        <translation>{label}: {what}</translation>
    </message>
    <message>
        <source>每月多还 {amount} 元，少付 {saved} 元{sooner}。</source>
        <translation>{amount} yuan more a month saves {saved} yuan{sooner}.</translation>
    </message>
    <message>
        <source>，早 {days} 天还清</source>
        <translation>, and all is paid off {days} {days:day|days} sooner</translation>
    </message>
    <message>
        <source>策略</source>
        <translation>Which debt first</translation>
    </message>
    <message>
        <source>填了借款，就知道先还哪笔最省，每月多还一点能省多少。</source>
        <translation>Enter your loans to see which to pay first, and what a little more a month saves.</translation>
    </message>
    <message>
        <source>填一笔借款</source>
        <translation>Enter a loan</translation>
    </message>
    <message>
        <source>看示例计划</source>
        <translation>See the sample plan</translation>
    </message>
    <message>
        <source>还法</source>
        <translation>Way</translation>
    </message>
    <message>
        <source>{name} 策略</source>
        <translation>{name} payoff</translation>
    </message>
    <message>
        <source>自己排顺序</source>
        <translation>Change my own order</translation>
    </message>
    <message>
        <source>照这个还</source>
        <translation>Pay in this way</translation>
    </message>
    <message>
        <source>提前还的已记到“借款”里</source>
        <translation>Added to Loans: what is paid early</translation>
    </message>
    <message>
        <source>拿多少钱还</source>
        <translation>Money for debt</translation>
    </message>
    <message>
        <source>每月还债的钱（不填：看预算）</source>
        <translation>Each month (empty: by the budget)</translation>
    </message>
    <message>
        <source>能不能晚还</source>
        <translation>May anything be late?</translation>
    </message>
    <message>
        <source>一天都不晚，除非钱真的不够</source>
        <translation>Never, unless money runs short</translation>
    </message>
    <message>
        <source>省钱的话可以晚（会影响征信）</source>
        <translation>If it saves (hurts credit record)</translation>
    </message>
    <message>
        <source>正在找最省的还法</source>
        <translation>Looking for the cheapest way</translation>
    </message>
    <message>
        <source>不找了，用现在的</source>
        <translation>Stop and use this</translation>
    </message>
    <message>
        <source>还没有预算：按最重的一个月 {amount} 元算</source>
        <translation>No budget: {amount}, the heaviest month</translation>
    </message>
    <message>
        <source>预算里剩下的都用来还</source>
        <translation>all that the budget leaves</translation>
    </message>
    <message>
        <source>正在找最省的还法，{seconds} 秒</source>
        <translation>Looking for the cheapest way, {seconds} s</translation>
    </message>
    <message>
        <source>正在找最省的还法，{seconds} 秒；离证明还差 {gap} 元</source>
        <translation>Looking for the cheapest way, {seconds} s; {gap} yuan from proof</translation>
    </message>
    <message>
        <source>改每月还债的钱</source>
        <translation>Change money for debt</translation>
    </message>
    <message>
        <source>改能不能晚还</source>
        <translation>Change whether late is allowed</translation>
    </message>
    <message>
        <source>哪种还法</source>
        <translation>Ways to pay off</translation>
    </message>
    <message>
        <source>照这个还（把提前还的记到借款里）</source>
        <translation>Pay in this way (early payments go into Loans)</translation>
    </message>
    <message>
        <source>一共多付</source>
        <translation>Cost in all</translation>
    </message>
    <message>
        <source>比最省的多</source>
        <translation>Above cheapest</translation>
    </message>
    <message>
        <source>哪天还清</source>
        <translation>Paid off</translation>
    </message>
    <message>
        <source>晚几笔</source>
        <translation>Paid late</translation>
    </message>
    <message>
        <source>晚了多付</source>
        <translation>Cost of late</translation>
    </message>
    <message>
        <source>照选中的还法，每个月还多少</source>
        <translation>The chosen way, month by month</translation>
    </message>
    <message>
        <source>每一笔什么时候还</source>
        <translation>Every payment and its day</translation>
    </message>
    <message>
        <source>{rule}：每个月还多少</source>
        <translation>{rule}: month by month</translation>
    </message>
    <message>
        <source>有晚还的</source>
        <translation>Something is paid late</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>还哪笔</source>
        <translation>What is paid</translation>
    </message>
    <message>
        <source>多少</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>其中罚息</source>
        <translation>Penalty in it</translation>
    </message>
    <message>
        <source>自己排：先还哪笔（拖动，或按 {up}、{down}）</source>
        <translation>Your own order: which loan first (drag, or press {up} or {down})</translation>
    </message>
    <message>
        <source>自己排的顺序</source>
        <translation>My own order</translation>
    </message>
    <message>
        <source>{label} · 还欠本金 {owed} 元 · 提前还一年省 {price}</source>
        <translation>{label} · {owed} yuan of principal left · paying early saves {price} a year</translation>
    </message>
    <message>
        <source>{label} · 还欠本金 {owed} 元 · 提前还不省钱</source>
        <translation>{label} · {owed} yuan of principal left · paying early saves nothing</translation>
    </message>
    <message>
        <source>每月多还 100 元，省多少</source>
        <translation>What 100 yuan more a month saves</translation>
    </message>
    <message>
        <source>每月多还一些，省多少</source>
        <translation>What more a month saves</translation>
    </message>
    <message>
        <source>少付</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>每月多还</source>
        <translation>More a month</translation>
    </message>
    <message>
        <source>还欠 {amount}</source>
        <translation>{amount} owed</translation>
    </message>
</context>
<context>
    <name>PayoffTable</name>
    <message>
        <source>还法</source>
        <translation>Way</translation>
    </message>
    <message>
        <source>一共多付</source>
        <translation>Cost in all</translation>
    </message>
    <message>
        <source>比最省的多</source>
        <translation>Above cheapest</translation>
    </message>
    <message>
        <source>哪天还清</source>
        <translation>Paid off</translation>
    </message>
    <message>
        <source>晚几笔</source>
        <translation>Paid late</translation>
    </message>
    <message>
        <source>晚了多付</source>
        <translation>Cost of being late</translation>
    </message>
    <message>
        <source>最后还欠</source>
        <translation>Owed at the end</translation>
    </message>
    <message>
        <source>{label}：每 1 万元多欠一天多付 {cost} 元。</source>
        <translation>{label}: 10,000 yuan owed a day longer cost {cost} yuan.</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>还哪笔</source>
        <translation>What is paid</translation>
    </message>
    <message>
        <source>多少</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>其中罚息</source>
        <translation>Of it penalty</translation>
    </message>
</context>
<context>
    <name>PayoffWhy</name>
    <message>
        <source>“{way}”从今天起一天一天走：到期的先还，余下的按这个办法还，每一分都由还款表算出。</source>
        <translation>&quot;{way}&quot; goes day by day from today: what falls due is paid first, the rest goes by this way; every fen comes from the schedules.</translation>
    </message>
    <message>
        <source>{label}：一共还 {paid} − 今天欠的本金 {owed} = 多付 {cost} 元</source>
        <translation>{label}: paid in all {paid} − principal owed today {owed} = cost {cost} yuan</translation>
    </message>
    <message>
        <source>{label}：一共还 {paid} + 到头还欠 {unpaid} − 今天欠的本金 {owed} = 多付 {cost} 元</source>
        <translation>{label}: paid in all {paid} + still owed at the end {unpaid} − principal owed today {owed} = cost {cost} yuan</translation>
    </message>
    <message>
        <source>{cost} − {least}（“{best}”）= {more} 元</source>
        <translation>{cost} − {least} (&quot;{best}&quot;) = {more} yuan</translation>
    </message>
    <message>
        <source>{label}：{day} 还清</source>
        <translation>{label}: paid off on {day}</translation>
    </message>
    <message>
        <source>{label}：到 {day} 还欠 {unpaid} 元</source>
        <translation>{label}: {unpaid} yuan still owed on {day}</translation>
    </message>
    <message>
        <source>留够以后各期要还的和要留的钱，那天还余 {amount} 元，用来提前还。</source>
        <translation>With enough kept for later instalments and your cushion, {amount} yuan are left that day and go to paying early.</translation>
    </message>
    <message>
        <source>那天一次还清要 {amount} 元：剩下的本金和到那天的息费。</source>
        <translation>Settling everything that day takes {amount} yuan: the principal left with interest and fees up to the day.</translation>
    </message>
    <message>
        <source>每提前还 1 万元，一天省 {cost} 元（一年 {price}）。</source>
        <translation>Each 10,000 yuan paid early save {cost} yuan a day ({price} a year).</translation>
    </message>
    <message>
        <source>该还的 {rest} + 罚息 {penalty} = {amount} 元</source>
        <translation>due {rest} + penalty {penalty} = {amount} yuan</translation>
    </message>
    <message>
        <source>原定 {agreed} 元；前面提前还过，按剩下的本金重新算，是 {amount} 元。</source>
        <translation>Agreed was {agreed} yuan; after the early payment it is worked out anew on the principal left: {amount} yuan.</translation>
    </message>
    <message>
        <source>{day} {what} {amount}</source>
        <translation>{day} {what} {amount}</translation>
    </message>
    <message>
        <source>月底还债的钱还剩 {left} 元。</source>
        <translation>At the end of the month {left} yuan of the money for debts are left.</translation>
    </message>
    <message>
        <source>每月多 {amount} 元，都先还最贵的，从头一天一天算：一共多付 {cost} 元。</source>
        <translation>With {amount} yuan more a month, the dearest loan first, worked out day by day: the cost is {cost} yuan in all.</translation>
    </message>
    <message>
        <source>不多还是 {first} 元：{first} − {cost} = 少付 {saved} 元。</source>
        <translation>Without more it is {first} yuan: {first} − {cost} = {saved} yuan saved.</translation>
    </message>
    <message>
        <source>{label}：今天欠本金 {owed} 元；提前还一年省 {price}，每 1 万元一天 {cost} 元</source>
        <translation>{label}: principal owed today {owed} yuan; paying early saves {price} a year, {cost} yuan a day for 10,000 yuan</translation>
    </message>
    <message>
        <source>{label}：今天欠本金 {owed} 元；提前还不省钱</source>
        <translation>{label}: principal owed today {owed} yuan; paying early saves nothing</translation>
    </message>
</context>
<context>
    <name>Pictures</name>
    <message>
        <source>{label}：{first} 到 {last}，共 {count} 次</source>
        <translation>{label}: {first} to {last}, payments: {count}</translation>
    </message>
    <message>
        <source>{label} 第 {number} 期：{date} 还 {amount} 元</source>
        <translation>{label}, instalment {number}: {amount} yuan on {date}</translation>
    </message>
    <message>
        <source>{label}：{start} 借到 {lent} 元，{first} 到 {last} 分 {count} 次还 {total} 元，其中利息和手续费 {cost} 元</source>
        <translation>{label}: {lent} yuan lent on {start}, {total} yuan repaid in {count} {count:payment|payments} from {first} to {last}, {cost} yuan of it interest and fees</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
    <message>
        <source>{label}：{date} 借到 {lent} 元</source>
        <translation>{label}: {lent} yuan lent on {date}</translation>
    </message>
    <message>
        <source>{label} 第 {number} 期：{date} 还 {amount} 元，其中本金 {principal} 元，利息和手续费 {cost} 元</source>
        <translation>{label}, instalment {number}: {amount} yuan on {date}, {principal} yuan of it principal, {cost} yuan interest and fees</translation>
    </message>
    <message>
        <source>{day} 还完。</source>
        <translation>Paid off on {day}.</translation>
    </message>
    <message>
        <source>都在 {day} 还完。</source>
        <translation>All are paid off on {day}.</translation>
    </message>
    <message>
        <source>最先还完的是{first}（{first_day}），最后是{last}（{last_day}）。</source>
        <translation>{first} is paid off first ({first_day}), {last} last ({last_day}).</translation>
    </message>
    <message>
        <source>一次要拿出的最多：{each}。</source>
        <translation>The most to be paid at a time, in yuan – {each}.</translation>
    </message>
    <message>
        <source>到 {day} 一共付的利息和手续费：{each}。</source>
        <translation>Interest and fees in yuan by {day} – {each}.</translation>
    </message>
    <message>
        <source>到一半时（{day}）还欠的本金：{each}。</source>
        <translation>Principal in yuan owed half way ({day}) – {each}.</translation>
    </message>
    <message>
        <source>第一期晚 {days} 天：{each}。</source>
        <translation>The first instalment {days} d late, in yuan – {each}.</translation>
    </message>
    <message>
        <source>M1 到 M3 是逾期的阶段，含义见“逾期”。</source>
        <translation>M1 to M3 are stages of being late: see Late.</translation>
    </message>
    <message>
        <source>{name} {amount} 元</source>
        <translation>{name}: {amount}</translation>
    </message>
    <message>
        <source>第 {day} 天</source>
        <translation>Day {day}</translation>
    </message>
    <message>
        <source>{day}：{values}</source>
        <translation>{day}: {values}</translation>
    </message>
    <message>
        <source>{amount} 元</source>
        <translation>{amount} yuan</translation>
    </message>
    <message>
        <source>存成图片…</source>
        <translation>Save picture…</translation>
    </message>
    <message>
        <source>没有算得出来的，画不了。</source>
        <translation>Nothing could be worked out, so there is no picture.</translation>
    </message>
    <message>
        <source>PNG 图片 (*.png)</source>
        <translation>PNG picture (*.png)</translation>
    </message>
    <message>
        <source>SVG 图片 (*.svg)</source>
        <translation>SVG picture (*.svg)</translation>
    </message>
    <message>
        <source>存成图片</source>
        <translation>Save picture</translation>
    </message>
    <message>
        <source>已存到 {name}</source>
        <translation>Saved to {name}</translation>
    </message>
</context>
<context>
    <name>Plan</name>
    <message>
        <source>有两个产品的代号一样</source>
        <translation>two products have the same id</translation>
    </message>
    <message>
        <source>同一项规则改了两次</source>
        <translation>One figure of a rule is changed twice</translation>
    </message>
    <message>
        <source>同一天有两个 LPR</source>
        <translation>One day has two LPRs</translation>
    </message>
    <message>
        <source>{name}不能用这种还法，请换一种</source>
        <translation>{name} is not paid back in this way; choose another</translation>
    </message>
    <message>
        <source>{name} {periods} 期的费率没有公布，请照自己 App 里的填</source>
        <translation>{name} has no published fee for {periods} {periods:instalment|instalments}: enter the one that your app shows</translation>
    </message>
    <message>
        <source>还没填利率</source>
        <translation>The rate is still missing</translation>
    </message>
</context>
<context>
    <name>PlanBook</name>
    <message>
        <source>{what}：{reason}</source>
        <translation>{what}: {reason}</translation>
    </message>
    <message>
        <source>{label}：{said}</source>
        <translation>{label}: {said}</translation>
    </message>
    <message>
        <source>没有算在里面的：</source>
        <translation>Left out:</translation>
    </message>
    <message>
        <source>{today} 的情况 · 借花规划 {version} · 与蚂蚁集团无关；只给数字和来源，不是法律意见</source>
        <translation>As of {today} · Jiehua {version} · not connected with Ant Group; figures and sources, no legal advice</translation>
    </message>
    <message>
        <source>概览</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>{label} 账本</source>
        <translation>{label} books</translation>
    </message>
    <message>
        <source>{label} 办法</source>
        <translation>{label} ways out</translation>
    </message>
    <message>
        <source>每个月到期的，按产品</source>
        <translation>What falls due each month, by product</translation>
    </message>
    <message>
        <source>每个月</source>
        <translation>Each month</translation>
    </message>
    <message>
        <source>全部还款日</source>
        <translation>All due dates</translation>
    </message>
    <message>
        <source>每期的本金、利息和手续费（左），剩余本金（右）</source>
        <translation>Principal, interest and fee of each instalment (left), balance (right)</translation>
    </message>
    <message>
        <source>晚几天多付多少</source>
        <translation>What each day late costs</translation>
    </message>
    <message>
        <source>晚几天</source>
        <translation>Days late</translation>
    </message>
    <message>
        <source>每个月钱最少的一天还有多少</source>
        <translation>Money on the tightest day of each month</translation>
    </message>
    <message>
        <source>往后的月份</source>
        <translation>Months ahead</translation>
    </message>
    <message>
        <source>还能承担</source>
        <translation>Can be carried</translation>
    </message>
    <message>
        <source>收支</source>
        <translation>Income and spending</translation>
    </message>
    <message>
        <source>每种还法一共多付多少</source>
        <translation>What each way costs in all</translation>
    </message>
    <message>
        <source>还法</source>
        <translation>Ways</translation>
    </message>
    <message>
        <source>最省的还法</source>
        <translation>Cheapest way</translation>
    </message>
    <message>
        <source>最紧的一天还有多少：差的、一半、好的</source>
        <translation>Money on the tightest day: bad, middling and good futures</translation>
    </message>
    <message>
        <source>压力测试</source>
        <translation>Stress test</translation>
    </message>
    <message>
        <source>压力测试的办法</source>
        <translation>What would help</translation>
    </message>
</context>
<context>
    <name>PlanFile</name>
    <message>
        <source>没能存到 {name}：{reason}。计划还在窗口里，可以另存到别处。</source>
        <translation>Could not save to {name}: {reason}. The plan is still in the window and can be saved elsewhere.</translation>
    </message>
    <message>
        <source>文件太大，不会是还款计划</source>
        <translation>it is too large to be a plan</translation>
    </message>
    <message>
        <source>打不开 {name}：{reason}</source>
        <translation>Can not open {name}: {reason}</translation>
    </message>
    <message>
        <source>文件是空的，可能没有写完</source>
        <translation>the file is empty, perhaps it was not written to the end</translation>
    </message>
    <message>
        <source>文件不完整，后面的内容没有了</source>
        <translation>the file is cut off, its end is missing</translation>
    </message>
    <message>
        <source>里面没有还款计划</source>
        <translation>there is no repayment plan in it</translation>
    </message>
    <message>
        <source>“{name}”写了两遍，不知道哪个算数</source>
        <translation>&quot;{name}&quot; is there twice, and which one counts is not known</translation>
    </message>
    <message>
        <source>{name} 不是数</source>
        <translation>{name} is not a number</translation>
    </message>
    <message>
        <source>内容太多，不会是还款计划</source>
        <translation>it has too much in it to be a repayment plan</translation>
    </message>
    <message>
        <source>里面不是能读的文字</source>
        <translation>there is no readable text in it</translation>
    </message>
    <message>
        <source>第 {line} 行断了或者改坏了</source>
        <translation>line {line} is cut off or damaged</translation>
    </message>
    <message>
        <source>内容断了或者改坏了</source>
        <translation>the content is cut off or damaged</translation>
    </message>
    <message>
        <source>一层套一层，太深了，不会是还款计划</source>
        <translation>it is nested too deeply to be a repayment plan</translation>
    </message>
    <message>
        <source>有不成文字的符号</source>
        <translation>it has signs that are no text</translation>
    </message>
    <message>
        <source>{field} {reason}</source>
        <translation>{field}: {reason}</translation>
    </message>
    <message>
        <source>{name} 是更新版本的程序存的（格式 {theirs}，这里认得到 {ours}），请升级后再打开。</source>
        <translation>{name} was saved by a newer version (format {theirs}; this one knows up to {ours}). Please upgrade to open it.</translation>
    </message>
    <message>
        <source>这不是一个普通文件</source>
        <translation>it is not a regular file</translation>
    </message>
    <message>
        <source>密码不对。</source>
        <translation>Wrong password.</translation>
    </message>
    <message>
        <source>{name} 有密码。</source>
        <translation>{name} has a password.</translation>
    </message>
    <message>
        <source>里面没写是哪个版本存的</source>
        <translation>it does not say which version wrote it</translation>
    </message>
    <message>
        <source>计划太大了，存下来会打不开。请先删掉几个快照。</source>
        <translation>The plan is too large: saved, it could not be opened again. Please delete some snapshots first.</translation>
    </message>
    <message>
        <source>{name} 读不了：{reason}。文件没有被改动。</source>
        <translation>Can not read {name}: {reason}. The file was left as it is.</translation>
    </message>
</context>
<context>
    <name>PlanIn</name>
    <message>
        <source>{name} 里缺少这些列：{columns}。请补上，第一行写列名。</source>
        <translation>{name} lacks these columns: {columns}. Add them, with their names in the first row.</translation>
    </message>
    <message>
        <source>{name} 的第一行看不出是借款还是收支。借款至少要有：{loans}；收支至少要有：{budget}。</source>
        <translation>The first row of {name} does not tell whether it is of loans or of a budget. Loans need at least: {loans}; a budget needs at least: {budget}.</translation>
    </message>
    <message>
        <source>{name} 里有两列都是“{column}”，不知道哪一列算数。请删掉一列。</source>
        <translation>Two columns of {name} are both &apos;{column}&apos;, and nobody knows which one counts. Delete one of them.</translation>
    </message>
    <message>
        <source>不认识这些列，没有用：{columns}。</source>
        <translation>These columns are unknown and were not used: {columns}.</translation>
    </message>
    <message>
        <source>文件最后没有换行，请看一看最后一行写完了没有。</source>
        <translation>The file has no line end at its end; see whether its last row is complete.</translation>
    </message>
    <message>
        <source>这样的计划存下来会打不开：{reason}</source>
        <translation>Such a plan could be saved but not opened again: {reason}</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>这一行到一半就没有了，文件可能没有写完；要是写完了，请在最后加一个换行</source>
        <translation>this row ends half way, perhaps the file was not written to its end; if it was, add a line end there</translation>
    </message>
    <message>
        <source>这一行比第一行的列名多出 {count} 格</source>
        <translation>cells beyond the columns that the first row names: {count}</translation>
    </message>
    <message>
        <source>这一行少最后 {count} 格，那几列当作没有</source>
        <translation>cells missing at the end of this row: {count}; those columns are taken as not there</translation>
    </message>
    <message>
        <source>这一列不是这一类的，要空着</source>
        <translation>this column is of another kind of row, leave it empty</translation>
    </message>
    <message>
        <source>这一格只能放别的列没有的内容（{own}）</source>
        <translation>only what has no column of its own can stand here ({own})</translation>
    </message>
    <message>
        <source>{place}：{message}</source>
        <translation>{place}: {message}</translation>
    </message>
    <message>
        <source>和第 {line} 行的一样；一笔只能有一行</source>
        <translation>the same as in row {line}; each can have one row only</translation>
    </message>
    <message>
        <source>账户</source>
        <translation>Accounts</translation>
    </message>
    <message>
        <source>收入和开支</source>
        <translation>Income and spending</translation>
    </message>
    <message>
        <source>{what}：{message}</source>
        <translation>{what}: {message}</translation>
    </message>
    <message>
        <source>{old} → {new}</source>
        <translation>{old} → {new}</translation>
    </message>
    <message>
        <source>有改动</source>
        <translation>changed</translation>
    </message>
    <message>
        <source>照这样还算不出来：{reason}</source>
        <translation>it can&apos;t be worked out like this yet: {reason}</translation>
    </message>
    <message>
        <source>（空）</source>
        <translation>(empty)</translation>
    </message>
    <message>
        <source>{name}，{amount} 元</source>
        <translation>{name}, {amount} yuan</translation>
    </message>
</context>
<context>
    <name>PlanTable</name>
    <message>
        <source>不认识“{text}”；可以填：{all}</source>
        <translation>&apos;{text}&apos; is unknown; it can be: {all}</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>不止一个叫“{text}”，请填代号：{all}</source>
        <translation>more than one is called &apos;{text}&apos;, write the id: {all}</translation>
    </message>
    <message>
        <source>没有“{text}”这个产品；现有：{all}</source>
        <translation>there is no product &apos;{text}&apos;; there are: {all}</translation>
    </message>
    <message>
        <source>没有“{text}”这个账户</source>
        <translation>there is no account &apos;{text}&apos;</translation>
    </message>
    <message>
        <source>太长了，这一格不会有这么多字</source>
        <translation>too long for what this cell can hold</translation>
    </message>
    <message>
        <source>“{text}”里的逗号不在千位上；小数点要用“.”</source>
        <translation>the commas in &apos;{text}&apos; do not part thousands; the decimal point is &apos;.&apos;</translation>
    </message>
    <message>
        <source>“{text}”的单位不对</source>
        <translation>&apos;{text}&apos; has a unit that does not belong here</translation>
    </message>
    <message>
        <source>是</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>否</source>
        <translation>No</translation>
    </message>
    <message>
        <source>读不懂：{reason}。这一格请照导出的样子留着</source>
        <translation>cannot be understood: {reason}. Leave this cell as it was exported</translation>
    </message>
    <message>
        <source>读不懂：不是一个 JSON 值。这一格请照导出的样子留着</source>
        <translation>cannot be understood: it is not one JSON value. Leave this cell as it was exported</translation>
    </message>
    <message>
        <source>代号</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>名字</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>产品</source>
        <translation>Product</translation>
    </message>
    <message>
        <source>本金</source>
        <translation>Principal</translation>
    </message>
    <message>
        <source>借款日</source>
        <translation>Borrowed on</translation>
    </message>
    <message>
        <source>期数</source>
        <translation>Instalments</translation>
    </message>
    <message>
        <source>还法</source>
        <translation>Repayment</translation>
    </message>
    <message>
        <source>利率（%）</source>
        <translation>Rate (%)</translation>
    </message>
    <message>
        <source>利率单位</source>
        <translation>Rate is</translation>
    </message>
    <message>
        <source>总手续费率（%）</source>
        <translation>Total fee (%)</translation>
    </message>
    <message>
        <source>优惠券减免（%）</source>
        <translation>Coupon (%)</translation>
    </message>
    <message>
        <source>只减前几期</source>
        <translation>Coupon instalments</translation>
    </message>
    <message>
        <source>每月还款日</source>
        <translation>Due day</translation>
    </message>
    <message>
        <source>首个还款日</source>
        <translation>First due date</translation>
    </message>
    <message>
        <source>App 写的每期金额</source>
        <translation>Instalment in the app</translation>
    </message>
    <message>
        <source>从第几期起没还</source>
        <translation>Unpaid from</translation>
    </message>
    <message>
        <source>变动</source>
        <translation>Events</translation>
    </message>
    <message>
        <source>以前没按时还的</source>
        <translation>Paid late before</translation>
    </message>
    <message>
        <source>逾期怎么算</source>
        <translation>Late rule</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>现在有多少</source>
        <translation>Balance</translation>
    </message>
    <message>
        <source>能用来还款</source>
        <translation>Pays debts</translation>
    </message>
    <message>
        <source>每次多少</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>多久一次</source>
        <translation>How often</translation>
    </message>
    <message>
        <source>每几次周期</source>
        <translation>Every</translation>
    </message>
    <message>
        <source>每月几日</source>
        <translation>Day of month</translation>
    </message>
    <message>
        <source>从哪天起</source>
        <translation>From</translation>
    </message>
    <message>
        <source>到哪天止</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>遇到休息日</source>
        <translation>On a day off</translation>
    </message>
    <message>
        <source>每年涨（%）</source>
        <translation>Growth a year (%)</translation>
    </message>
    <message>
        <source>12 个月各百分之几</source>
        <translation>Months (%)</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>账户</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>转到</source>
        <translation>To account</translation>
    </message>
    <message>
        <source>上下可能差（%）</source>
        <translation>May differ (%)</translation>
    </message>
    <message>
        <source>用花呗付</source>
        <translation>Paid with Huabei</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>打印：{name}</source>
        <translation>Print: {name}</translation>
    </message>
    <message>
        <source>打印出来的样子</source>
        <translation>How it is printed</translation>
    </message>
    <message>
        <source>打印…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>存成 PDF…</source>
        <translation>Save as PDF…</translation>
    </message>
    <message>
        <source>上一页</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>下一页</source>
        <translation>Next page</translation>
    </message>
    <message>
        <source>放大</source>
        <translation>Larger</translation>
    </message>
    <message>
        <source>缩小</source>
        <translation>Smaller</translation>
    </message>
    <message>
        <source>整页</source>
        <translation>Whole page</translation>
    </message>
    <message>
        <source>页宽</source>
        <translation>Page width</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>第 {page} / {pages} 页</source>
        <translation>Page {page} of {pages}</translation>
    </message>
    <message>
        <source>没有找到打印机。接好以后再试，或者先存成 PDF。</source>
        <translation>No printer was found. Connect one and try again, or save a PDF.</translation>
    </message>
    <message>
        <source>没能打印。看看打印机开着没有，或者先存成 PDF。</source>
        <translation>It could not be printed. See whether the printer is on, or save a PDF.</translation>
    </message>
    <message>
        <source>已送去打印</source>
        <translation>Sent to the printer</translation>
    </message>
    <message>
        <source>存成 PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>已存到 {name}</source>
        <translation>Saved to {name}</translation>
    </message>
</context>
<context>
    <name>Print</name>
    <message>
        <source>差额以它为准</source>
        <translation>Differences are to this one</translation>
    </message>
    <message>
        <source>还款日</source>
        <translation>Due dates</translation>
    </message>
    <message>
        <source>到每一天为止的利息和手续费（元）</source>
        <translation>Interest and fee up to each day (yuan)</translation>
    </message>
</context>
<context>
    <name>Rates</name>
    <message>
        <source>钱只进不出或只出不进，算不出利率</source>
        <translation>Money only comes in or only goes out: there is no rate</translation>
    </message>
    <message>
        <source>利率超出了能算的范围</source>
        <translation>The rate lies outside what can be worked out</translation>
    </message>
    <message>
        <source>折成一年大得算不出来，看看是不是小数点或单位填错了</source>
        <translation>too large to be put per year; check the decimal point and the unit</translation>
    </message>
</context>
<context>
    <name>Reconcile</name>
    <message>
        <source>花呗 {year} 年 {month} 月的账单上，没有计划里的分期。</source>
        <translation>No instalment of the plan is on the Huabei bill of {year}-{month}.</translation>
    </message>
    <message>
        <source>分 {count} 笔还的。</source>
        <translation>Paid in {count} parts.</translation>
    </message>
    <message>
        <source>花呗 {due} 日到期（见“预算”），这笔借款填的是 {own} 日，所以算成晚了。请先把其中一个改对，再记。</source>
        <translation>Huabei is due on day {due} (see &quot;Budget&quot;), this loan has day {own}, so it counts as late. Please set one of them right first, then record it.</translation>
    </message>
    <message>
        <source>账单上多 {amount} 元，可 {first} 到 {last} 没看到用花呗买东西：可能这期分期的手续费比计划多。</source>
        <translation>The bill has {amount} yuan more, though nothing was bought with Huabei from {first} to {last}: perhaps the fee of this instalment is higher than planned.</translation>
    </message>
    <message>
        <source>账单上另外 {amount} 元，正好是 {first} 到 {last} 用花呗买的东西。</source>
        <translation>The other {amount} yuan on the bill are just what was bought with Huabei from {first} to {last}.</translation>
    </message>
    <message>
        <source>账单上另有 {amount} 元是别的消费。</source>
        <translation>Another {amount} yuan on the bill are for other purchases.</translation>
    </message>
    <message>
        <source>{problem}。请先看看这笔借款的变动。</source>
        <translation>{problem}. Please look at that loan&apos;s events first.</translation>
    </message>
    <message>
        <source>和这笔借款的另外几期一起记，按计划的逾期规则还会差 {amount} 元；请先看看罚息怎么算。</source>
        <translation>Recorded together with the other instalments of this loan, {amount} yuan would still be owed by the plan&apos;s overdue rule; please look at how the penalty is counted first.</translation>
    </message>
    <message>
        <source>可能是罚息：晚了 {days} 天，多收 {more} 元；照计划里的逾期规则是 {asked} 元。</source>
        <translation>Perhaps a penalty: {days} d late, {more} yuan more; by the plan&apos;s overdue rule it is {asked} yuan.</translation>
    </message>
    <message>
        <source>付的还不到这一期的本金，可能只还了一部分。</source>
        <translation>What was paid is less than the principal of this instalment; perhaps only a part was paid.</translation>
    </message>
    <message>
        <source>说不准是为什么；请和 App 里的还款计划一期一期对一对。</source>
        <translation>There is no telling why; please compare the repayment plan in the app, instalment by instalment.</translation>
    </message>
    <message>
        <source>可能是罚息：晚了 {days} 天，多收 {more} 元；照计划里的逾期规则不收。</source>
        <translation>Perhaps a penalty: {days} d late, {more} yuan more; by the plan&apos;s overdue rule there is none.</translation>
    </message>
    <message>
        <source>只差一两分，可能是尾数取法不同。</source>
        <translation>Only a fen or two; perhaps amounts are rounded in another way.</translation>
    </message>
    <message>
        <source>可能另收了费用，也可能利率不同；账单里多有几期才看得出来。</source>
        <translation>Perhaps a fee was taken, or the rate is another one; it takes more instalments in the statement to tell.</translation>
    </message>
    <message>
        <source>可能有优惠，也可能利率不同；账单里多有几期才看得出来。</source>
        <translation>Perhaps there is a coupon, or the rate is another one; it takes more instalments in the statement to tell.</translation>
    </message>
    <message>
        <source>{count} 期都正好多 {gap} 元：可能每期另收了一笔费用。</source>
        <translation>In {count} {count:instalment|instalments} it is just {gap} yuan more each: perhaps a fee is taken with each.</translation>
    </message>
    <message>
        <source>这样算，这一期正好。</source>
        <translation>Then this instalment fits.</translation>
    </message>
    <message>
        <source>这样算，账单里的 {count} 期都正好。</source>
        <translation>Then all {count} {count:instalment|instalments} in the statement {count:fits|fit}.</translation>
    </message>
    <message>
        <source>这样算，账单里的 {count} 期有 {fits} 期正好。</source>
        <translation>Then {fits} of the {count} {count:instalment|instalments} in the statement {fits:fits|fit}.</translation>
    </message>
    <message>
        <source>照逾期规则，到那天的罚息是 {penalty} 元。</source>
        <translation>By the overdue rule the penalty up to that day is {penalty} yuan.</translation>
    </message>
    <message>
        <source>这正好是 {day}一次结清{name}的钱。请在那笔借款里记“一次结清”。</source>
        <translation>This is just what settled {name} on {day}. Please enter &quot;Settle&quot; for that loan.</translation>
    </message>
    <message>
        <source>这是计划里记着的提前还款。</source>
        <translation>This is the early repayment that the plan has.</translation>
    </message>
    <message>
        <source>是从别处还的，还是真的没还？到 App 里看一眼。</source>
        <translation>Was it paid from elsewhere, or not at all? Have a look in the app.</translation>
    </message>
    <message>
        <source>计划里记下的还款已经还上了这一期。</source>
        <translation>What is recorded in the plan has paid this instalment.</translation>
    </message>
    <message>
        <source>计划里这一期也还没还。</source>
        <translation>In the plan this instalment is not paid either.</translation>
    </message>
    <message>
        <source>{day}还的，是到期当天。</source>
        <translation>Paid on {day}, the due date.</translation>
    </message>
    <message>
        <source>{day}还的，提前 {days} 天。</source>
        <translation>Paid on {day}, {days} {days:day|days} early.</translation>
    </message>
    <message>
        <source>{day}还的，晚 {days} 天，其中罚息 {penalty} 元。</source>
        <translation>Paid on {day}, {days} {days:day|days} late, {penalty} yuan of it penalty.</translation>
    </message>
    <message>
        <source>{day}还的，晚 {days} 天。</source>
        <translation>Paid on {day}, {days} {days:day|days} late.</translation>
    </message>
    <message>
        <source>比计划多 {amount} 元。</source>
        <translation>{amount} yuan more than planned.</translation>
    </message>
    <message>
        <source>比计划少 {amount} 元。</source>
        <translation>{amount} yuan less than planned.</translation>
    </message>
    <message>
        <source>照这样记，计划会以为还欠着；请先把这笔借款改对，再记。</source>
        <translation>Recorded like this, the plan would take something as still owed; please set the loan right first, then record it.</translation>
    </message>
    <message>
        <source>请先把这笔借款改对，再记。</source>
        <translation>Please set the loan right first, then record it.</translation>
    </message>
    <message>
        <source>照逾期规则该有罚息 {penalty} 元，这里没有。如果有 {days} 天宽限，请先在“规则”里填上，再记。</source>
        <translation>By the overdue rule there should be a penalty of {penalty} yuan; there is none. If there is a grace of {days} d, please enter it under &quot;Rules&quot; first, then record it.</translation>
    </message>
    <message>
        <source>照逾期规则该有罚息 {penalty} 元，这里没有。这一笔也可能不是还这一期的，到 App 里看一眼再记。</source>
        <translation>By the overdue rule there should be a penalty of {penalty} yuan; there is none. This payment may also be for another instalment; have a look in the app before recording it.</translation>
    </message>
    <message>
        <source>一笔还了 {count} 期。</source>
        <translation>One payment for {count} {count:instalment|instalments}.</translation>
    </message>
    <message>
        <source>没有哪一期是这个数。可能是提前还了一笔、只还了一部分，或者计划里少了一笔借款。</source>
        <translation>No instalment is of this amount. Perhaps some was paid early, only a part was paid, or a loan is missing in the plan.</translation>
    </message>
    <message>
        <source>计划里记在 {day}。</source>
        <translation>The plan has it on {day}.</translation>
    </message>
    <message>
        <source>计划里 {day}已经记了 {amount} 元；如果是同一笔，就别再记。</source>
        <translation>The plan already has {amount} yuan on {day}; if that is the same payment, don&apos;t record it again.</translation>
    </message>
    <message>
        <source>预算最多 {most} 项，放不下这么多。请少选几项，或者先删掉几项。</source>
        <translation>A budget has at most {most} entries; there is no room for all of these. Please choose fewer, or delete some first.</translation>
    </message>
    <message>
        <source>有一笔借款已经不在计划里了，请重新对一次账。</source>
        <translation>A loan is not in the plan any more; please check the statement again.</translation>
    </message>
    <message>
        <source>“{name}”记不进去：{problem}</source>
        <translation>&quot;{name}&quot; can&apos;t take it: {problem}</translation>
    </message>
    <message>
        <source>可能是利息的天数算得不同：{name}。</source>
        <translation>Perhaps the days of the interest are counted in another way: {name}.</translation>
    </message>
    <message>
        <source>可能是利息每个月都按 30 天算。</source>
        <translation>Perhaps each month&apos;s interest is counted for 30 days.</translation>
    </message>
    <message>
        <source>可能是首个还款日不同：是 {day}，不是 {first}。</source>
        <translation>Perhaps the first due date is another one: {day}, not {first}.</translation>
    </message>
    <message>
        <source>可能是尾数取法不同：{name}。</source>
        <translation>Perhaps amounts are rounded in another way: {name}.</translation>
    </message>
    <message>
        <source>可能是每期金额的尾数取法不同：{name}。</source>
        <translation>Perhaps the instalment is rounded in another way: {name}.</translation>
    </message>
    <message>
        <source>可能是计划里的优惠没有用上。</source>
        <translation>Perhaps the plan&apos;s coupon was not used.</translation>
    </message>
    <message>
        <source>可能有优惠：利息减 {share}%。</source>
        <translation>Perhaps there is a coupon: {share}% off the interest.</translation>
    </message>
    <message>
        <source>可能有优惠：手续费减 {share}%。</source>
        <translation>Perhaps there is a coupon: {share}% off the fee.</translation>
    </message>
    <message>
        <source>可能有优惠：前 {count} 期的利息减 {share}%。</source>
        <translation>Perhaps there is a coupon: {share}% off the interest of the first {count}.</translation>
    </message>
    <message>
        <source>可能有优惠：前 {count} 期的手续费减 {share}%。</source>
        <translation>Perhaps there is a coupon: {share}% off the fee of the first {count}.</translation>
    </message>
    <message>
        <source>可能是{price}，不是 {old}%。</source>
        <translation>Perhaps it is {price}, not {old}%.</translation>
    </message>
    <message>
        <source>也可能是{price}，不是 {old}%。</source>
        <translation>Or it is {price}, not {old}%.</translation>
    </message>
    <message>
        <source>对上了</source>
        <translation>Matched</translation>
    </message>
    <message>
        <source>金额不一样</source>
        <translation>Differs</translation>
    </message>
    <message>
        <source>没找到</source>
        <translation>Not found</translation>
    </message>
    <message>
        <source>计划里没有</source>
        <translation>Not in the plan</translation>
    </message>
    <message>
        <source>{product}还款</source>
        <translation>{product} repayment</translation>
    </message>
    <message>
        <source>{product}借款</source>
        <translation>{product} loan</translation>
    </message>
    <message>
        <source>{product}消费</source>
        <translation>{product} purchase</translation>
    </message>
    <message>
        <source>{product}退款</source>
        <translation>{product} refund</translation>
    </message>
    <message>
        <source>{product}没有成功</source>
        <translation>{product}, failed</translation>
    </message>
    <message>
        <source>借呗</source>
        <translation>Jiebei</translation>
    </message>
    <message>
        <source>花呗</source>
        <translation>Huabei</translation>
    </message>
    <message>
        <source>{name} 第 {numbers} 期</source>
        <translation>{name} no. {numbers}</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>{first} 到 {last}</source>
        <translation>{first} to {last}</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>{label}：{day}该还 {amount} 元，账单里没找到。</source>
        <translation>{label}: {amount} yuan due on {day}, not found in the statement.</translation>
    </message>
    <message>
        <source>{label}：{day}付了 {amount} 元，计划里没有。</source>
        <translation>{label}: {amount} yuan paid on {day}, not in the plan.</translation>
    </message>
    <message>
        <source>{label}：该还 {due} 元，付了 {paid} 元，{status}。</source>
        <translation>{label}: {due} yuan due, {paid} yuan paid. {status}.</translation>
    </message>
    <message>
        <source>{name}从第 {period} 期（{day}）起对不上：计划是 {expected} 元，实际付了 {paid} 元。</source>
        <translation>{name} differs from no. {period} ({day}) on: {expected} yuan planned, {paid} yuan paid.</translation>
    </message>
    <message>
        <source>账单里没有花呗或借呗的还款，计划里这段时间也没有要还的。</source>
        <translation>There is no repayment of Huabei or Jiebei in the statement, and nothing in the plan falls due in that time.</translation>
    </message>
    <message>
        <source>{count} 笔对上了</source>
        <translation>{count} matched</translation>
    </message>
    <message>
        <source>{count} 笔没找到</source>
        <translation>{count} not found</translation>
    </message>
    <message>
        <source>{count} 笔金额不一样</source>
        <translation>{count} of another amount</translation>
    </message>
    <message>
        <source>{count} 笔计划里没有</source>
        <translation>{count} not in the plan</translation>
    </message>
    <message>
        <source>{told}。</source>
        <translation>{told}.</translation>
    </message>
    <message>
        <source>金额不一样的，先把那笔借款改对再记。</source>
        <translation>Where the amount differs, set the loan right first, then record it.</translation>
    </message>
    <message>
        <source>没找到的，到 App 里看看是不是真的还了。</source>
        <translation>For what was not found, look in the app whether it was really paid.</translation>
    </message>
    <message>
        <source>勾好的 {count} 笔可以记进还款记录。</source>
        <translation>The {count} that are ticked can be recorded.</translation>
    </message>
    <message>
        <source>都记过了，没有要做的。</source>
        <translation>All is recorded; there is nothing to do.</translation>
    </message>
    <message>
        <source>账单里有 {count} 笔借款还不在计划里。</source>
        <translation>Loans in the statement that the plan does not have yet: {count}.</translation>
    </message>
    <message>
        <source>这段时间用花呗买了 {bought} 元，退回 {back} 元。</source>
        <translation>{bought} yuan were spent by Huabei in this time, {back} yuan came back.</translation>
    </message>
    <message>
        <source>{category}：账单里 {months} 个月一共 {rows} 笔，加起来 ÷ {months}，取整到元，是每月 {amount} 元。</source>
        <translation>{category}: {rows} {rows:row|rows} in {months} {months:month|months} of the statement; their sum ÷ {months}, to whole yuan, is {amount} yuan a month.</translation>
    </message>
    <message>
        <source>这些笔平均在 {day} 日。</source>
        <translation>On average these are on day {day} of the month.</translation>
    </message>
    <message>
        <source>对账</source>
        <translation>Reconcile</translation>
    </message>
    <message>
        <source>打开支付宝账单…</source>
        <translation>Open Alipay statement…</translation>
    </message>
    <message>
        <source>不读了</source>
        <translation>Stop reading</translation>
    </message>
    <message>
        <source>打开支付宝账单</source>
        <translation>Open Alipay statement</translation>
    </message>
    <message>
        <source>支付宝账单 (*.csv *.zip *.txt);;所有文件 (*)</source>
        <translation>Alipay statements (*.csv *.zip *.txt);;All files (*)</translation>
    </message>
    <message>
        <source>{name} 是还款计划，不是账单。要打开它，用右上角菜单里的“打开…”。</source>
        <translation>{name} is a plan, not a statement. To open it, use Open… in the menu at the top right.</translation>
    </message>
    <message>
        <source>示例账单没能做出来。你的计划没有动；真的账单照样能打开。</source>
        <translation>The sample statement could not be made. Your plan is as it was; a real statement can be opened all the same.</translation>
    </message>
    <message>
        <source>打开有密码的账单</source>
        <translation>Open a statement with a password</translation>
    </message>
    <message>
        <source>密码不对。解压密码在支付宝“服务消息”里。</source>
        <translation>Wrong password. It is in Alipay&apos;s service messages.</translation>
    </message>
    <message>
        <source>记下账单里的还款</source>
        <translation>Record repayments of the statement</translation>
    </message>
    <message>
        <source>还款已记到“借款”里</source>
        <translation>Repayments added to Loans</translation>
    </message>
    <message>
        <source>加上账单里的借款</source>
        <translation>Add a loan of the statement</translation>
    </message>
    <message>
        <source>把账单的收支放进预算</source>
        <translation>Put the statement&apos;s income and spending into the budget</translation>
    </message>
    <message>
        <source>收支已放进“预算”</source>
        <translation>Added to Budget</translation>
    </message>
    <message>
        <source>正在读 {name}……</source>
        <translation>Reading {name}…</translation>
    </message>
    <message>
        <source>{name}：{first} 到 {last}，{count} 行和花呗、借呗有关，{skipped} 行无关</source>
        <translation>{name}: {first} to {last}, {count} {count:row concerns|rows concern} Huabei or Jiebei, {skipped} do not</translation>
    </message>
    <message>
        <source>每一期真的都还上了吗？拿支付宝的账单对一对。</source>
        <translation>Has every instalment really been paid? Hold your Alipay statement against the plan.</translation>
    </message>
    <message>
        <source>只在这台电脑上看。账单里的行不会留下来，只有你确认的才记进计划。</source>
        <translation>It is read on this computer only. None of its rows are kept; only what you confirm is recorded in the plan.</translation>
    </message>
    <message>
        <source>怎么拿到账单？</source>
        <translation>How to get the statement</translation>
    </message>
    <message>
        <source>1. 支付宝 App：我的 → 账单 → 右上角“…” → 开具交易流水证明 → 用于个人对账。</source>
        <translation>1. In the Alipay app: &quot;我的&quot; → &quot;账单&quot; → &quot;…&quot; → &quot;开具交易流水证明&quot; → &quot;用于个人对账&quot;.</translation>
    </message>
    <message>
        <source>2. 选好时间，填自己的邮箱；解压密码会在支付宝的服务消息里。</source>
        <translation>2. Choose the period and your e-mail address; the password comes as a service message in Alipay.</translation>
    </message>
    <message>
        <source>3. 把邮件里的 .zip（或解压出来的 .csv）在这里打开，也可以直接拖进来。</source>
        <translation>3. Open the .zip of the e-mail (or the .csv in it) here, or drag it in.</translation>
    </message>
    <message>
        <source>先用编的账单试试</source>
        <translation>Try a made-up statement first</translation>
    </message>
    <message>
        <source>看示例计划</source>
        <translation>See the sample plan</translation>
    </message>
    <message>
        <source>{why}。计划和这个文件都没有动。</source>
        <translation>{why}. Neither the plan nor this file was changed.</translation>
    </message>
    <message>
        <source>账单里有、计划里没有的借款</source>
        <translation>Loans in the statement that the plan does not have</translation>
    </message>
    <message>
        <source>{day} 借了 {amount} 元（{said}）</source>
        <translation>{day}: {amount} yuan borrowed ({said})</translation>
    </message>
    <message>
        <source>加成一笔借款</source>
        <translation>Add as a loan</translation>
    </message>
    <message>
        <source>加成一笔借款：{what}</source>
        <translation>Add as a loan: {what}</translation>
    </message>
    <message>
        <source>还款对账</source>
        <translation>Repayments</translation>
    </message>
    <message>
        <source>已记过</source>
        <translation>Recorded</translation>
    </message>
    <message>
        <source>选一行看整句话；空格键勾上或去掉。</source>
        <translation>Choose a row to read all of it; the space bar ticks it or clears it.</translation>
    </message>
    <message>
        <source>把勾选的 {count} 笔记进还款记录</source>
        <translation>Record the {count} ticked</translation>
    </message>
    <message>
        <source>没有勾选的</source>
        <translation>Nothing ticked</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>哪一期</source>
        <translation>Instalment</translation>
    </message>
    <message>
        <source>还款日</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>应还</source>
        <translation>To pay</translation>
    </message>
    <message>
        <source>账单里付的</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>差多少</source>
        <translation>Difference</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>预算参考：平均每个月</source>
        <translation>For the budget: an average month</translation>
    </message>
    <message>
        <source>预算参考</source>
        <translation>For the budget</translation>
    </message>
    <message>
        <source>只算完整的月份。转账、还款和理财不算在内；已经在预算里的别重复放。</source>
        <translation>Full months only, without transfers, repayments and investments. Leave out what the budget has already.</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>收支</source>
        <translation>In or out</translation>
    </message>
    <message>
        <source>平均每月</source>
        <translation>A month</translation>
    </message>
    <message>
        <source>大约几号</source>
        <translation>Usual day</translation>
    </message>
    <message>
        <source>几个月</source>
        <translation>Months</translation>
    </message>
    <message>
        <source>多少笔</source>
        <translation>Rows</translation>
    </message>
    <message>
        <source>怎么付</source>
        <translation>Paid by</translation>
    </message>
    <message>
        <source>已在预算里</source>
        <translation>In the budget</translation>
    </message>
    <message>
        <source>预算里现在是 {amount}</source>
        <translation>{amount} in the budget now</translation>
    </message>
    <message>
        <source>把勾选的 {count} 项放进预算</source>
        <translation>Put the {count} ticked into the budget</translation>
    </message>
</context>
<context>
    <name>Remarks</name>
    <message>
        <source>改动没能自动留存：{reason}。计划还在窗口里，请先存到别处；这里会一直再试。</source>
        <translation>Unsaved changes could not be kept on disk: {reason}. The plan is still in the window; please save it elsewhere. It will be tried again.</translation>
    </message>
    <message>
        <source>文件在别处改过，和这里的改动对不到一起。两边都还在：要用哪边？</source>
        <translation>The file was changed elsewhere, in a way that does not go together with the changes here. Both are still there: which one is to be used?</translation>
    </message>
    <message>
        <source>文件里现在的内容打不开了。计划还在窗口里，保存就会换掉它（它会留在备份里）。</source>
        <translation>What is in the file now can&apos;t be opened. The plan is still in the window; saving replaces it (it stays among the backups).</translation>
    </message>
    <message>
        <source>文件在别处设了密码，或者换了密码。重新打开就能看到那边的内容；这里的计划还在窗口里。</source>
        <translation>The file was given a password elsewhere, or another one. Open it again to see what is in it; the plan here is still in the window.</translation>
    </message>
    <message>
        <source>这份计划在别处打开着（{who}）。这里能看能试，存不回原来的文件。</source>
        <translation>This plan is open elsewhere ({who}). Here you can look and try things, but not save to its file.</translation>
    </message>
    <message>
        <source>这份计划是更新版本的程序存的，里面可能有这里不认识的东西：能看能试，只能另存。</source>
        <translation>A newer version of the program wrote this plan; there may be things in it that are not known here. You can look and try things, and save it elsewhere.</translation>
    </message>
    <message>
        <source>还有 {count} 份没保存的改动，是别的窗口留下的。</source>
        <translation>There are {count} more sets of unsaved changes, left by other windows.</translation>
    </message>
    <message>
        <source>计划已存好，但没能留备份：{reason}。</source>
        <translation>The plan is saved, but no backup could be kept: {reason}.</translation>
    </message>
    <message>
        <source>接管</source>
        <translation>Take over</translation>
    </message>
    <message>
        <source>另存为…</source>
        <translation>Save as…</translation>
    </message>
    <message>
        <source>用这里的</source>
        <translation>Use mine</translation>
    </message>
    <message>
        <source>用文件里的</source>
        <translation>Use the file&apos;s</translation>
    </message>
    <message>
        <source>重新打开…</source>
        <translation>Open again…</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>看看</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>知道了</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>收起</source>
        <translation>Put away</translation>
    </message>
    <message>
        <source>上次没来得及保存的改动都找回来了，还没存进文件。</source>
        <translation>The changes that could not be saved last time are all back; they are not in the file yet.</translation>
    </message>
    <message>
        <source>上次没来得及保存的改动都找回来了，也合上了文件里后来的改动，还没存进文件。</source>
        <translation>The changes that could not be saved last time are all back, merged with later changes in the file; they are not in the file yet.</translation>
    </message>
    <message>
        <source>上次没来得及保存的改动都找回来了。原来的文件当时在别处打开着，所以没有接着用它，请另存。</source>
        <translation>The changes that could not be saved last time are all back. Their file was open elsewhere then, so it is not used on; please save them elsewhere.</translation>
    </message>
    <message>
        <source>文件在别处改过，这里已经换成新的内容。</source>
        <translation>The file was changed elsewhere; what is shown is the new content.</translation>
    </message>
    <message>
        <source>文件在别处改过，那边的改动已经和这里的合在一起，还没存进文件。</source>
        <translation>The file was changed elsewhere; those changes were merged with yours and are not in the file yet.</translation>
    </message>
    <message>
        <source>{when} 起</source>
        <translation>since {when}</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>不知道是谁</source>
        <translation>nobody knows who</translation>
    </message>
</context>
<context>
    <name>Reminders</name>
    <message>
        <source>计划没有打开，现在提醒不了</source>
        <translation>The plan is not open, so there are no reminders</translation>
    </message>
    <message>
        <source>还款的事有 {count} 件</source>
        <translation>{count} {count:thing|things} about repayments</translation>
    </message>
    <message>
        <source>……还有 {count} 件</source>
        <translation>… and {count} more</translation>
    </message>
    <message>
        <source>打开借花规划</source>
        <translation>Open Jiehua Planner</translation>
    </message>
    <message>
        <source>没有要还的</source>
        <translation>Nothing to be paid</translation>
    </message>
    <message>
        <source>没保存的改动有密码，打开窗口输入密码。</source>
        <translation>Unsaved changes have a password: open the window and enter it.</translation>
    </message>
    <message>
        <source>“{name}”有密码，打开窗口输入密码。</source>
        <translation>{name} has a password: open the window and enter it.</translation>
    </message>
    <message>
        <source>程序出了错，打开窗口看看。</source>
        <translation>Something went wrong in the program: open the window to see what.</translation>
    </message>
</context>
<context>
    <name>RemindersDialog</name>
    <message>
        <source>提醒</source>
        <translation>Reminders</translation>
    </message>
    <message>
        <source>到期前在屏幕角上提醒我</source>
        <translation>Remind me on the screen before something is due</translation>
    </message>
    <message>
        <source>从哪天开始提醒</source>
        <translation>Start reminding</translation>
    </message>
    <message>
        <source>关掉窗口后留在托盘里，继续提醒</source>
        <translation>Stay in the tray and go on reminding when the window is closed</translation>
    </message>
    <message>
        <source>开机登录后自己启动，不打开窗口</source>
        <translation>Start when I log in, without a window</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>这个桌面没有托盘，程序没办法在这里提醒。可以导出日历文件，让手机或电脑的日历提醒。</source>
        <translation>This desktop has no tray, so the program can&apos;t remind you here. You can export a calendar file and let the calendar of your phone or computer remind you.</translation>
    </message>
    <message>
        <source>……还有 {count} 件</source>
        <translation>… and {count} more</translation>
    </message>
    <message>
        <source>今天没有要提醒的。</source>
        <translation>There is nothing to remind you of today.</translation>
    </message>
    <message>
        <source>没能改开机启动：{reason}。</source>
        <translation>Starting at login could not be changed: {reason}.</translation>
    </message>
    <message>
        <source>今天会提醒这些</source>
        <translation>You would be reminded of this today</translation>
    </message>
    <message>
        <source>快到期、预算里钱会不够、已经逾期，每件一天最多说一次。只在这台电脑上。</source>
        <translation>What is due soon, money short by the budget, what is overdue: each at most once a day, on this computer only.</translation>
    </message>
    <message>
        <source>不勾的话，关掉窗口就不再提醒。</source>
        <translation>Without this, closing the window ends the reminders.</translation>
    </message>
    <message>
        <source>在系统的启动项里加一条，随时可以在这里去掉。</source>
        <translation>Adds an entry to what the system starts; you can take it away here at any time.</translation>
    </message>
    <message>
        <source>到期当天</source>
        <translation>on the due day</translation>
    </message>
    <message>
        <source>到期前一天</source>
        <translation>the day before</translation>
    </message>
    <message>
        <source>到期前 {days} 天</source>
        <translation>{days} {days:day|days} before</translation>
    </message>
</context>
<context>
    <name>Reminding</name>
    <message>
        <source>{name}已经逾期 {days} 天</source>
        <translation>{name} has been overdue for {days} {days:day|days}</translation>
    </message>
    <message>
        <source>{name}还有罚息没付</source>
        <translation>{name} still has a penalty to be paid</translation>
    </message>
    <message>
        <source>别急，“逾期”那一页里有几种办法可以比。</source>
        <translation>No need to panic: &quot;Late&quot; compares several ways out.</translation>
    </message>
    <message>
        <source>{day}要还 {amount} 元。</source>
        <translation>{amount} yuan are due on {day}.</translation>
    </message>
    <message>
        <source>{what}今天还</source>
        <translation>{what} is due today</translation>
    </message>
    <message>
        <source>{what}明天还</source>
        <translation>{what} is due tomorrow</translation>
    </message>
    <message>
        <source>{what}还有 {days} 天</source>
        <translation>{what} is due in {days} {days:day|days}</translation>
    </message>
    <message>
        <source>{day}钱可能不够</source>
        <translation>Money may be short on {day}</translation>
    </message>
    <message>
        <source>今天钱可能不够</source>
        <translation>Money may be short today</translation>
    </message>
    <message>
        <source>按预算，到那天还差 {amount} 元，提前补上就行。</source>
        <translation>By the budget {amount} yuan are missing by then; making that up before the day is enough.</translation>
    </message>
    <message>
        <source>到 {day}一共差 {amount} 元。</source>
        <translation>By {day} {amount} yuan are missing in all.</translation>
    </message>
    <message>
        <source>下一笔：{day} {what} {amount} 元</source>
        <translation>Next: {day} {what} {amount} yuan</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>借 {amount} 元，{start} 拿到</source>
        <translation>{amount} yuan, lent on {start}</translation>
    </message>
    <message>
        <source>{today} · 借花规划 {version} · 与蚂蚁集团无关；只给数字和来源，不是法律意见</source>
        <translation>{today} · Jiehua Planner {version} · independent of Ant Group; figures and sources, no legal advice</translation>
    </message>
    <message>
        <source>借 {amount} 元，拿到的日子各列不同</source>
        <translation>{amount} yuan, lent on different days</translation>
    </message>
    <message>
        <source>{title}：{basis}</source>
        <translation>{title}: {basis}</translation>
    </message>
    <message>
        <source>晚几天：只第一期晚，其余按时；多付的是罚息。</source>
        <translation>Days late: of the first instalment alone, all others on time; what it costs is the penalty.</translation>
    </message>
    <message>
        <source>花呗账单</source>
        <translation>Huabei bill</translation>
    </message>
    <message>
        <source>{name}：价格是你自己填的。</source>
        <translation>{name}: the price is what you entered.</translation>
    </message>
    <message>
        <source>{name}的规则 {version} 核对；公布的价格来自 {sources}（{confidence}），自己改过的以填的为准。</source>
        <translation>{name}: rule checked {version}; published prices from {sources} ({confidence}); what the user changed counts as entered.</translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message>
        <source>{where}：{reason}</source>
        <translation>{where}: {reason}</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>没有叫 {name} 的产品规则；现有：{known}</source>
        <translation>There is no product rule {name}; there are: {known}</translation>
    </message>
    <message>
        <source>{name} 在另一个文件里已经有了</source>
        <translation>{name} is in another file already</translation>
    </message>
    <message>
        <source>没有叫 {name} 的产品可以照着来</source>
        <translation>there is no product {name} to take the rest from</translation>
    </message>
    <message>
        <source>TOML 写法不对：{detail}</source>
        <translation>not valid TOML: {detail}</translation>
    </message>
    <message>
        <source>不是 UTF-8 文字</source>
        <translation>it is not UTF-8 text</translation>
    </message>
    <message>
        <source>数字太长，或者嵌套太深</source>
        <translation>a number is too long, or tables are nested too deep</translation>
    </message>
    <message>
        <source>读不了：{detail}</source>
        <translation>cannot be read: {detail}</translation>
    </message>
    <message>
        <source>不能小于 {other} 的值</source>
        <translation>must not be less than the value of {other}</translation>
    </message>
    <message>
        <source>by_periods 和 per_period 要有且只有一个</source>
        <translation>give exactly one of by_periods and per_period</translation>
    </message>
    <message>
        <source>rate 和 fee 要有且只有一个</source>
        <translation>exactly one of rate and fee must be there</translation>
    </message>
    <message>
        <source>按手续费收的产品只能用 flat_fee，按利率收的不能用</source>
        <translation>a product with a fee takes flat_fee only, one with a rate never</translation>
    </message>
    <message>
        <source>要是 periods 里的一个</source>
        <translation>must be one of periods</translation>
    </message>
    <message>
        <source>日期要一个比一个晚</source>
        <translation>each date must be later than the one before</translation>
    </message>
    <message>
        <source>没有叫 {name} 的来源</source>
        <translation>there is no source {name}</translation>
    </message>
    <message>
        <source>规则里没有这一项</source>
        <translation>The rule has no such figure</translation>
    </message>
</context>
<context>
    <name>RulesPage</name>
    <message>
        <source>看哪时候的规则</source>
        <translation>Rules as of</translation>
    </message>
    <message>
        <source>规则里的每一项</source>
        <translation>Every figure of the rule</translation>
    </message>
    <message>
        <source>✎ {value}</source>
        <translation>✎ {value}</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Figure</translation>
    </message>
    <message>
        <source>规则怎么写</source>
        <translation>What the rule says</translation>
    </message>
    <message>
        <source>我改成</source>
        <translation>My value</translation>
    </message>
    <message>
        <source>可靠程度</source>
        <translation>Confidence</translation>
    </message>
    <message>
        <source>{source}，等 {count} 处</source>
        <translation>{source}; {count} sources</translation>
    </message>
    <message>
        <source>— {view}</source>
        <translation>— {view}</translation>
    </message>
    <message>
        <source>名字</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>照着一个产品填</source>
        <translation>Fill in like a product</translation>
    </message>
    <message>
        <source>删除这个产品</source>
        <translation>Delete this product</translation>
    </message>
    <message>
        <source>不照着填</source>
        <translation>Like none</translation>
    </message>
    <message>
        <source>这些数字是谁说的</source>
        <translation>Whose word these figures are</translation>
    </message>
    <message>
        <source>是你自己填的，来源就是你；程序不替它找出处。</source>
        <translation>You entered them: their source is you. The program looks for no other.</translation>
    </message>
    <message>
        <source>用在哪里</source>
        <translation>Where it is used</translation>
    </message>
    <message>
        <source>{uses}

改了这里，这些借款的金额、利率和期数照旧；怎么数天数、逾期多收多少跟着这里走。</source>
        <translation>{uses}

A change here leaves the amounts, rates and terms of these as they are; how days count and what being late costs follow it.</translation>
    </message>
    <message>
        <source>还没有用到。在“借款”里选产品时，它排在最后。</source>
        <translation>Nothing uses it yet. In Loans it stands last among the products.</translation>
    </message>
    <message>
        <source>现在不能删：{uses} 在用它。先把那里换成别的产品，或者删掉那笔借款。</source>
        <translation>It can&apos;t be deleted now: {uses} uses it. Choose another product there first, or delete that loan.</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>规则</source>
        <translation>Rules</translation>
    </message>
    <message>
        <source>我的产品</source>
        <translation>My product</translation>
    </message>
    <message>
        <source>添加产品</source>
        <translation>Add product</translation>
    </message>
    <message>
        <source>{name} 规则</source>
        <translation>{name} rule</translation>
    </message>
    <message>
        <source>修改产品：{field}</source>
        <translation>Change product: {field}</translation>
    </message>
    <message>
        <source>照着{name}填</source>
        <translation>Fill in like {name}</translation>
    </message>
    <message>
        <source>删除产品</source>
        <translation>Delete product</translation>
    </message>
    <message>
        <source>你改成 {value}（{day} 改的），现在照这个算。</source>
        <translation>You changed it to {value} on {day}; this is what counts now.</translation>
    </message>
    <message>
        <source>对照价格的线：助贷 {assisted}%，民间借贷 {times} 倍 LPR；最新的 LPR 是 {prime}%。</source>
        <translation>Lines for prices: loan assistance {assisted}%, private lending {times} × LPR; the newest LPR is {prime}%.</translation>
    </message>
    <message>
        <source>✎ 有 {count} 项是你自己改的。</source>
        <translation>✎ {count} {count:figure is|figures are} your own.</translation>
    </message>
    <message>
        <source>花呗账单</source>
        <translation>Huabei bill</translation>
    </message>
    <message>
        <source>LPR 和价格的线</source>
        <translation>LPR and price lines</translation>
    </message>
    <message>
        <source>你自己的产品：存在计划里，填借款时和自带的产品一样能选。</source>
        <translation>Your own product: kept in the plan, and offered for a loan like any other.</translation>
    </message>
    <message>
        <source>添加自己的产品</source>
        <translation>Add a product of your own</translation>
    </message>
    <message>
        <source>自己的产品</source>
        <translation>Your own products</translation>
    </message>
    <message>
        <source>自带的产品</source>
        <translation>Built-in products</translation>
    </message>
    <message>
        <source> ✎ 改过</source>
        <translation> ✎ yours</translation>
    </message>
    <message>
        <source>有你自己改的数字</source>
        <translation>With figures of your own</translation>
    </message>
    <message>
        <source>另一种说法</source>
        <translation>another view</translation>
    </message>
    <message>
        <source>{least}% 到 {most}%</source>
        <translation>{least}% to {most}%</translation>
    </message>
    <message>
        <source>{name}：按天计息，{per} {price}，公布的期数 {periods}。</source>
        <translation>{name}: interest by the day. {per} {price}; published terms: {periods}.</translation>
    </message>
    <message>
        <source>{name}：按期计息，{per} {price}，公布的期数 {periods}。</source>
        <translation>{name}: interest by the instalment. {per} {price}; published terms: {periods}.</translation>
    </message>
    <message>
        <source>{name}：每期收本金的 {rate}% 作手续费，公布的期数 {periods}。</source>
        <translation>{name}: a fee of {rate}% of the principal with each instalment; published terms: {periods}.</translation>
    </message>
    <message>
        <source>{periods} 期 {rate}%</source>
        <translation>{rate}% for {periods}</translation>
    </message>
    <message>
        <source>{name}：收手续费不收利息，总费率 {fees}。</source>
        <translation>{name}: a fee and no interest. Whole fee by instalments: {fees}.</translation>
    </message>
    <message>
        <source>{since} 起</source>
        <translation>from {since} on</translation>
    </message>
    <message>
        <source>{since} 到 {until} 之间</source>
        <translation>from {since} to {until}</translation>
    </message>
    <message>
        <source>{version} 核对过，{span}的借款照这个算。</source>
        <translation>Checked {version}; for loans begun {span}.</translation>
    </message>
    <message>
        <source>{version} 核对过。</source>
        <translation>Checked {version}.</translation>
    </message>
    <message>
        <source>{count} 项里有 {disputed} 项各处说法不一，都列在下面。</source>
        <translation>Sources disagree on {disputed} of {count} {count:figure|figures}; all views are listed.</translation>
    </message>
    <message>
        <source>花呗账单：最低还 {share}%，没还的部分每天收 {rate}%，出账日是 {days} 日里的一天。</source>
        <translation>Huabei bill: pay at least {share}%; the rest costs {rate}% a day; billed on day {days} of the month.</translation>
    </message>
    <message>
        <source>{name}：{method}，总费率 {share}%，{periods} 期。</source>
        <translation>{name}: {method}. Whole fee {share}%, {periods} {periods:instalment|instalments}.</translation>
    </message>
    <message>
        <source>{name}：{method}，{per} {share}%，{periods} 期。</source>
        <translation>{name}: {method}. {per} {share}%, {periods} {periods:instalment|instalments}.</translation>
    </message>
    <message>
        <source>{name}：{method}，{periods} 期；还没填价格，先按 0 算。</source>
        <translation>{name}: {method}, {periods} {periods:instalment|instalments}. No price yet: taken as 0.</translation>
    </message>
    <message>
        <source>{name}：{value}（{confidence}）</source>
        <translation>{name}: {value} ({confidence})</translation>
    </message>
    <message>
        <source>{source}；{day} 读到</source>
        <translation>{source}; read {day}</translation>
    </message>
    <message>
        <source>另一种说法：{value}，来自 {sources}</source>
        <translation>Another view: {value}, from {sources}</translation>
    </message>
    <message>
        <source>借款“{name}”</source>
        <translation>the loan &quot;{name}&quot;</translation>
    </message>
    <message>
        <source>对比的第 {place} 列</source>
        <translation>column {place} of the comparison</translation>
    </message>
    <message>
        <source>LPR，{since} 起</source>
        <translation>LPR from {since}</translation>
    </message>
    <message>
        <source>{number} 期的总费率</source>
        <translation>Whole fee for {number}</translation>
    </message>
    <message>
        <source>{number} 日出账，哪天还</source>
        <translation>Billed on day {number}: due day</translation>
    </message>
    <message>
        <source>{per}，常见的</source>
        <translation>{per}, usual</translation>
    </message>
    <message>
        <source>{per}，最低</source>
        <translation>{per}, lowest</translation>
    </message>
    <message>
        <source>{per}，最高</source>
        <translation>{per}, highest</translation>
    </message>
    <message>
        <source>每期费率</source>
        <translation>Fee per instalment</translation>
    </message>
    <message>
        <source>能分几期</source>
        <translation>Terms offered</translation>
    </message>
    <message>
        <source>怎么还</source>
        <translation>Repayment</translation>
    </message>
    <message>
        <source>金额，最少</source>
        <translation>Amount, least</translation>
    </message>
    <message>
        <source>金额，最多</source>
        <translation>Amount, most</translation>
    </message>
    <message>
        <source>怎么数天数</source>
        <translation>How days count</translation>
    </message>
    <message>
        <source>零头</source>
        <translation>Rounding</translation>
    </message>
    <message>
        <source>每月哪天还</source>
        <translation>Due day</translation>
    </message>
    <message>
        <source>逾期每天多收</source>
        <translation>Each day late costs</translation>
    </message>
    <message>
        <source>提前还清</source>
        <translation>Settling early</translation>
    </message>
    <message>
        <source>最低还款</source>
        <translation>Minimum payment</translation>
    </message>
    <message>
        <source>没还的部分，每天</source>
        <translation>Unpaid part, a day</translation>
    </message>
    <message>
        <source>能分期的账单，最少</source>
        <translation>Least bill to split</translation>
    </message>
    <message>
        <source>助贷：一年的综合成本，最高</source>
        <translation>Loan assistance: highest whole cost a year</translation>
    </message>
    <message>
        <source>民间借贷：最高是 LPR 的几倍</source>
        <translation>Private lending: at most so many times the LPR</translation>
    </message>
    <message>
        <source>小额贷款公司：最高是 LPR 的几倍</source>
        <translation>Microloan companies: at most so many times the LPR</translation>
    </message>
    <message>
        <source>{amount} 元</source>
        <translation>{amount} yuan</translation>
    </message>
    <message>
        <source>{times} 倍</source>
        <translation>{times} times</translation>
    </message>
    <message>
        <source>{count} 天</source>
        <translation>{count} {count:day|days}</translation>
    </message>
    <message>
        <source>按实际天数</source>
        <translation>Actual days</translation>
    </message>
    <message>
        <source>实际天数，一年 365 天</source>
        <translation>Actual days, 365 a year</translation>
    </message>
    <message>
        <source>实际天数，一年 360 天</source>
        <translation>Actual days, 360 a year</translation>
    </message>
    <message>
        <source>实际天数，一年 364 天</source>
        <translation>Actual days, 364 a year</translation>
    </message>
    <message>
        <source>实际天数，一年按当年天数</source>
        <translation>Actual days, the year&apos;s own days</translation>
    </message>
    <message>
        <source>每月 30 天，一年 360 天</source>
        <translation>30 days a month, 360 a year</translation>
    </message>
    <message>
        <source>按期，不看天数</source>
        <translation>By the instalment, whatever the days</translation>
    </message>
    <message>
        <source>{days} 日</source>
        <translation>{days}</translation>
    </message>
    <message>
        <source>{days} 期</source>
        <translation>{days}</translation>
    </message>
    <message>
        <source>{said}；每期金额{instalment}</source>
        <translation>{said}; the instalment {instalment}</translation>
    </message>
    <message>
        <source>一年按几天</source>
        <translation>Days in a year</translation>
    </message>
    <message>
        <source>第一次借的那天</source>
        <translation>The day of the first draw</translation>
    </message>
    <message>
        <source>{drawn} 日借的，改为 {days} 日</source>
        <translation>drawn on {drawn}: moved to {days}</translation>
    </message>
    <message>
        <source>离还款日不到 {days} 天，从下个月起还</source>
        <translation>a draw fewer than {days} {days:day|days} before it begins the month after</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
    <message>
        <source>逾期本金</source>
        <translation>overdue principal</translation>
    </message>
    <message>
        <source>没还金额</source>
        <translation>the unpaid amount</translation>
    </message>
    <message>
        <source>剩下的全部本金</source>
        <translation>all principal left</translation>
    </message>
    <message>
        <source>{base} × 日利率 × {times}</source>
        <translation>{base} × daily rate × {times}</translation>
    </message>
    <message>
        <source>{base}的 {rate}</source>
        <translation>{rate} of {base}</translation>
    </message>
    <message>
        <source>{base}的 {rate} × 12 ÷ 一年的天数</source>
        <translation>{rate} × 12 ÷ days in a year, of {base}</translation>
    </message>
    <message>
        <source>{base}的 {rate} ÷ 一年的天数</source>
        <translation>{rate} ÷ days in a year, of {base}</translation>
    </message>
    <message>
        <source>逾期利息也收</source>
        <translation>overdue interest included</translation>
    </message>
    <message>
        <source>正常利息照收</source>
        <translation>usual interest besides</translation>
    </message>
    <message>
        <source>每月滚入一次（利滚利）</source>
        <translation>compounded monthly</translation>
    </message>
    <message>
        <source>宽限 {days} 天</source>
        <translation>{days} {days:day|days} of grace</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>以后各期的手续费照收</source>
        <translation>All later fees are still charged</translation>
    </message>
    <message>
        <source>再收下一期的手续费</source>
        <translation>The next instalment&apos;s fee is charged</translation>
    </message>
    <message>
        <source>以后的手续费不收</source>
        <translation>Later fees are not charged</translation>
    </message>
    <message>
        <source>另收提前还的本金的 {rate}</source>
        <translation>plus {rate} of the principal paid early</translation>
    </message>
    <message>
        <source>至少是当期的利息和手续费</source>
        <translation>no less than the running instalment&apos;s interest and fee</translation>
    </message>
    <message>
        <source>不另收钱</source>
        <translation>No charge</translation>
    </message>
</context>
<context>
    <name>Sample</name>
    <message>
        <source>示例：12,000 元，两期没还</source>
        <translation>Sample: 12,000 yuan, two missed</translation>
    </message>
    <message>
        <source>工资</source>
        <translation>Salary</translation>
    </message>
    <message>
        <source>年终奖</source>
        <translation>Year-end bonus</translation>
    </message>
    <message>
        <source>房租</source>
        <translation>Rent</translation>
    </message>
    <message>
        <source>吃饭</source>
        <translation>Food</translation>
    </message>
    <message>
        <source>水电话费</source>
        <translation>Utilities and phone</translation>
    </message>
    <message>
        <source>购物</source>
        <translation>Shopping</translation>
    </message>
    <message>
        <source>示例账单（编的）.csv</source>
        <translation>Sample statement (made up).csv</translation>
    </message>
    <message>
        <source>这份账单是编的，只为试一试；真的账单也是这样对。</source>
        <translation>This statement is made up, just to try it out; a real one is matched in the same way.</translation>
    </message>
</context>
<context>
    <name>Scenarios</name>
    <message>
        <source>方案 ▼</source>
        <translation>Scenarios ▼</translation>
    </message>
    <message>
        <source>方案</source>
        <translation>Scenarios</translation>
    </message>
    <message>
        <source>把这一页存成方案，或者换一个存过的</source>
        <translation>Keep this page as a scenario, or take up one that was kept</translation>
    </message>
    <message>
        <source>存为方案…</source>
        <translation>Keep as scenario…</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>方案 {number}</source>
        <translation>Scenario {number}</translation>
    </message>
    <message>
        <source>存为方案</source>
        <translation>Keep as scenario</translation>
    </message>
    <message>
        <source>叫什么名字？同名的会被换掉。</source>
        <translation>What is it called? One of the same name is replaced.</translation>
    </message>
    <message>
        <source>存为方案“{name}”</source>
        <translation>keep scenario &quot;{name}&quot;</translation>
    </message>
    <message>
        <source>换成方案“{name}”</source>
        <translation>take up scenario &quot;{name}&quot;</translation>
    </message>
    <message>
        <source>删除方案“{name}”</source>
        <translation>delete scenario &quot;{name}&quot;</translation>
    </message>
</context>
<context>
    <name>ScheduleWhy</name>
    <message>
        <source>{start} 到 {due} 有 {days} 天；还款日当天不算在内。</source>
        <translation>From {start} to {due} there {days:is|are} {days} {days:day|days}; the due date itself does not count.</translation>
    </message>
    <message>
        <source>应还 {payment} − 利息 {interest} − 手续费 {fee} = 本金 {principal}。</source>
        <translation>Payment {payment} − interest {interest} − fee {fee} = principal {principal}.</translation>
    </message>
    <message>
        <source>本金 {principal} + 利息 {interest} + 手续费 {fee} = 应还 {payment}。</source>
        <translation>Principal {principal} + interest {interest} + fee {fee} = payment {payment}.</translation>
    </message>
    <message>
        <source>新计划从 {balance} 元开始。</source>
        <translation>The new plan begins with {balance} yuan.</translation>
    </message>
    <message>
        <source>之前欠本金 {opening} − 这期还本金 {principal} = 还剩 {balance}。</source>
        <translation>Principal owed before {opening} − principal of this row {principal} = left {balance}.</translation>
    </message>
    <message>
        <source>其中第一次：{first}</source>
        <translation>The first of them: {first}</translation>
    </message>
    <message>
        <source>本金 {principal} + 利息和手续费 {cost} = {payment} 元。</source>
        <translation>Principal {principal} + interest and fees {cost} = {payment} yuan.</translation>
    </message>
    <message>
        <source>这一项是你填的，或者产品通常的。</source>
        <translation>You entered this, or it is what is usual for the product.</translation>
    </message>
    <message>
        <source>一年算几天</source>
        <translation>Days in a year</translation>
    </message>
    <message>
        <source>日利率 {rate}%，{how} = {amount}。</source>
        <translation>Daily rate {rate}%, {how} = {amount}.</translation>
    </message>
    <message>
        <source>这个产品没有提前结清的规则，按不另收费算。</source>
        <translation>This product has no rule for settling early; no extra charge is counted.</translation>
    </message>
    <message>
        <source>{count} 次还款里的利息和手续费加起来：</source>
        <translation>The interest and fees of {count} {count:payment|payments} added up:</translation>
    </message>
</context>
<context>
    <name>Sealed</name>
    <message>
        <source>加密的方式比这个程序新，请升级后再打开</source>
        <translation>it is encrypted in a way newer than this program; please upgrade to open it</translation>
    </message>
    <message>
        <source>加密的内容坏了</source>
        <translation>its encrypted content is damaged</translation>
    </message>
</context>
<context>
    <name>Selftest</name>
    <message>
        <source>保存时被强行结束：最后一次存好的还在</source>
        <translation>Killed while saving: what was saved last is there</translation>
    </message>
    <message>
        <source>编辑时被强行结束：没保存的改动都找回来了</source>
        <translation>Killed while editing: the unsaved changes all came back</translation>
    </message>
    <message>
        <source>自检没有通过：{reason}</source>
        <translation>The self-test failed: {reason}</translation>
    </message>
    <message>
        <source>自检通过（{version}）</source>
        <translation>The self-test passed ({version})</translation>
    </message>
    <message>
        <source>到时间还没做完</source>
        <translation>not done in time</translation>
    </message>
    <message>
        <source>退出码 {status}，错误输出：{lines}</source>
        <translation>exit status {status}, said on standard error: {lines}</translation>
    </message>
    <message>
        <source>没有做成</source>
        <translation>it failed</translation>
    </message>
    <message>
        <source>存到第 {last} 次，读回来是第 {found} 次</source>
        <translation>saved {last} times, read back as number {found}</translation>
    </message>
    <message>
        <source>改到 {last}，找回来的是 {found}</source>
        <translation>edited up to {last}, came back as {found}</translation>
    </message>
    <message>
        <source>示例算得对：每期 {instalment} 元，逾期多付 {late} 元</source>
        <translation>The sample comes out right: {instalment} yuan an instalment, {late} yuan for being late</translation>
    </message>
    <message>
        <source>中文用 {font} 显示</source>
        <translation>Chinese is shown in {font}</translation>
    </message>
    <message>
        <source>上次的计划自己打开了</source>
        <translation>The last plan opened by itself</translation>
    </message>
    <message>
        <source>{page}：画出来了 {files}</source>
        <translation>{page}: drawn {files}</translation>
    </message>
    <message>
        <source>{count} 种图都画出来了</source>
        <translation>All {count} kinds of chart were drawn</translation>
    </message>
    <message>
        <source>整个计划写成了 {count} 个文件</source>
        <translation>The whole plan written as {count} {count:file|files}</translation>
    </message>
    <message>
        <source>打印预览看得到</source>
        <translation>The print preview is there</translation>
    </message>
    <message>
        <source>有密码的账单读得了，也对上了</source>
        <translation>A sealed statement was read and matched</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>找页面、命令、借款和问题</source>
        <translation>Find pages, commands, loans and questions</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>重做</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>{what}（{key}）</source>
        <translation>{what} ({key})</translation>
    </message>
    <message>
        <source>找和问</source>
        <translation>Find and ask</translation>
    </message>
    <message>
        <source>计划</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>导入和导出</source>
        <translation>In and out</translation>
    </message>
    <message>
        <source>页面</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>“对比”的表里</source>
        <translation>In the table of &quot;Compare&quot;</translation>
    </message>
    <message>
        <source>自己排顺序的列表里</source>
        <translation>In lists that you put in order</translation>
    </message>
    <message>
        <source>表、图和卡片里</source>
        <translation>In tables, charts and cards</translation>
    </message>
    <message>
        <source>看卡片里的数是怎么来的</source>
        <translation>See how the figure of a card came about</translation>
    </message>
    <message>
        <source>换一格、换一天</source>
        <translation>Go to another cell or day</translation>
    </message>
    <message>
        <source>到头、到尾</source>
        <translation>Go to the first or the last</translation>
    </message>
    <message>
        <source>复制选中的行</source>
        <translation>Copy the selected rows</translation>
    </message>
    <message>
        <source>勾上或去掉一行</source>
        <translation>Tick or clear a row</translation>
    </message>
    <message>
        <source>收起说明</source>
        <translation>Put the reasons away</translation>
    </message>
</context>
<context>
    <name>Snapshots</name>
    <message>
        <source>已经有一个叫这个名字的快照</source>
        <translation>there is a snapshot of this name already</translation>
    </message>
    <message>
        <source>最多 {most} 个快照</source>
        <translation>{most} snapshots at most</translation>
    </message>
    <message>
        <source>快照</source>
        <translation>Snapshots</translation>
    </message>
    <message>
        <source>留快照时</source>
        <translation>In the snapshot</translation>
    </message>
    <message>
        <source>名字，比如“协商之前”</source>
        <translation>Name, such as &quot;before negotiating&quot;</translation>
    </message>
    <message>
        <source>把现在的样子留成快照</source>
        <translation>Keep the plan as it is</translation>
    </message>
    <message>
        <source>删除这个快照</source>
        <translation>Delete this snapshot</translation>
    </message>
    <message>
        <source>这个快照读不了：{reason}</source>
        <translation>This snapshot can&apos;t be read: {reason}</translation>
    </message>
    <message>
        <source>回到快照“{name}”</source>
        <translation>Go back to snapshot &quot;{name}&quot;</translation>
    </message>
    <message>
        <source>留快照“{name}”</source>
        <translation>Keep snapshot &quot;{name}&quot;</translation>
    </message>
    <message>
        <source>删除快照“{name}”</source>
        <translation>Delete snapshot &quot;{name}&quot;</translation>
    </message>
    <message>
        <source>还没有快照。试大的改动之前留一个，随时能对比、能回来。</source>
        <translation>No snapshots yet. Keep one before trying something big: you can compare with it and go back at any time.</translation>
    </message>
</context>
<context>
    <name>Solve</name>
    <message>
        <source>要在 0.01 到 {most} 元之间</source>
        <translation>must be between 0.01 and {most} yuan</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>没有</source>
        <translation>none</translation>
    </message>
    <message>
        <source>principal、rate、periods、payment 里要恰好缺一个；现在缺的是：{listed}</source>
        <translation>exactly one of principal, rate, periods and payment must be missing; missing now: {listed}</translation>
    </message>
    <message>
        <source>这样算出的本金是 {principal} 元，要在 0.01 到 {most} 元之间</source>
        <translation>the principal would be {principal} yuan; it must be between 0.01 and {most}</translation>
    </message>
    <message>
        <source>每期这么多，利率要超过 100%，不会有这样的借款</source>
        <translation>the rate would have to be above 100%: no loan is like that</translation>
    </message>
    <message>
        <source>不可能：{periods} 期每期 {paid} 元共 {whole} 元，连本金 {principal} 元都不够</source>
        <translation>impossible: {periods} {periods:instalment|instalments} of {paid} yuan make {whole}, less than the principal of {principal}</translation>
    </message>
    <message>
        <source>不可能：不收利息，第一期也要还 {least} 元</source>
        <translation>impossible: even without interest the first instalment is {least} yuan</translation>
    </message>
    <message>
        <source>列出了还款日，期数就是它们的个数</source>
        <translation>due dates are listed: the periods are their number</translation>
    </message>
    <message>
        <source>这种还法每期还多少不随期数变小，定不出期数</source>
        <translation>with this method the instalment does not shrink with the term: it tells nothing about the periods</translation>
    </message>
    <message>
        <source>每期 {paid} 元连第一期的利息 {interest} 元都不够，永远还不清</source>
        <translation>{paid} yuan is not even the first period&apos;s interest of {interest}: it is never paid off</translation>
    </message>
    <message>
        <source>每期 {paid} 元太少：分到最多的 {most} 期，每期也要 {least} 元</source>
        <translation>{paid} yuan is too little: even over {most} instalments, the most there can be, each is {least}</translation>
    </message>
</context>
<context>
    <name>Statement</name>
    <message>
        <source>这不是一个普通文件</source>
        <translation>this is not an ordinary file</translation>
    </message>
    <message>
        <source>文件是空的，可能没有下载完，请重新下载</source>
        <translation>the file is empty; the download may not have finished, please download it again</translation>
    </message>
    <message>
        <source>这是一个 PDF，请选支付宝发来的原始 .csv 或 .zip</source>
        <translation>this is a PDF; please choose the original .csv or .zip from Alipay</translation>
    </message>
    <message>
        <source>这种压缩包读不了，请解压后再选里面的 .csv</source>
        <translation>this kind of archive can&apos;t be opened; please unpack it and choose the .csv in it</translation>
    </message>
    <message>
        <source>第 {line} 行太长，文件可能坏了</source>
        <translation>line {line} is too long; the file may be damaged</translation>
    </message>
    <message>
        <source>里面没有“交易时间”那一行表头，不是支付宝的交易明细；请选支付宝发来的 .csv 或 .zip</source>
        <translation>there is no header row with &quot;交易时间&quot; in it, so it is no Alipay statement; please choose the .csv or .zip from Alipay</translation>
    </message>
    <message>
        <source>文件太大，不会是支付宝的账单</source>
        <translation>the file is too large to be an Alipay statement</translation>
    </message>
    <message>
        <source>第 {line} 行有空字节，文件坏了或者没有写完，请重新下载</source>
        <translation>there are empty bytes in line {line}; the file is damaged or was not finished, please download it again</translation>
    </message>
    <message>
        <source>里面一笔交易也没有，请重新下载，选有交易的日期</source>
        <translation>there are no payments in it; please download it again for days that have some</translation>
    </message>
    <message>
        <source>文件说有 {told} 笔，只找到 {found} 笔，后面的可能没有下载下来</source>
        <translation>the file says that it has {told} {told:payment|payments}, only {found} were found; the rest may not have been downloaded</translation>
    </message>
    <message>
        <source>有 {count} 行和前面的重复，没有再算（第 {lines} 行）</source>
        <translation>repeated rows, not counted again: {count} (line {lines})</translation>
    </message>
    <message>
        <source>有 {count} 行和前面的订单号一样，内容不一样，各算各的（第 {lines} 行）</source>
        <translation>rows with the order number of an earlier one that say something else, counted by themselves: {count} (line {lines})</translation>
    </message>
    <message>
        <source>有 {count} 行的交易状态不认识，没有算作成功（第 {lines} 行）</source>
        <translation>rows with an unknown status, not counted as done: {count} (line {lines})</translation>
    </message>
    <message>
        <source>有 {count} 笔只有一部分用花呗付，分不出多少，按整笔算（第 {lines} 行）</source>
        <translation>purchases paid only in part with Huabei, counted whole as the part is not known: {count} (line {lines})</translation>
    </message>
    <message>
        <source>这张表没有“收/付款方式”这一列，看不出哪些是用花呗付的</source>
        <translation>this table has no column &quot;收/付款方式&quot;, so it does not show what was paid with Huabei</translation>
    </message>
    <message>
        <source>有 {count} 行里有读不出的字，写作“�”</source>
        <translation>rows with characters that can&apos;t be read, shown as &quot;�&quot;: {count}</translation>
    </message>
    <message>
        <source>这是微信支付的账单，要选支付宝的</source>
        <translation>this is a WeChat Pay statement; please choose one from Alipay</translation>
    </message>
    <message>
        <source>表头里少了这几列：{names}；请选支付宝发来的原始文件</source>
        <translation>the header lacks these columns: {names}; please choose the original file from Alipay</translation>
    </message>
    <message>
        <source>第 {line} 行的“{column}”读不懂：“{cell}”；请改用支付宝发来的原始文件</source>
        <translation>line {line}, &quot;{column}&quot; makes no sense: &quot;{cell}&quot;; please use the original file from Alipay</translation>
    </message>
    <message>
        <source>第 {line} 行有 {found} 格，表头只有 {wanted} 列；文件可能坏了，请重新下载</source>
        <translation>line {line} has {found} {found:cell|cells}, the header has only {wanted} {wanted:column|columns}; the file may be damaged, please download it again</translation>
    </message>
    <message>
        <source>第 {line} 行只有 {found} 格，表头有 {wanted} 列；文件可能坏了，请重新下载</source>
        <translation>line {line} has only {found} {found:cell|cells}, the header has {wanted} {wanted:column|columns}; the file may be damaged, please download it again</translation>
    </message>
    <message>
        <source>{name} 读不了：{reason}</source>
        <translation>{name} can&apos;t be read: {reason}</translation>
    </message>
    <message>
        <source>到第 {line} 行就断了，文件没有下载完或者没有写完，请重新下载</source>
        <translation>it breaks off at line {line}; the download was not finished, please download it again</translation>
    </message>
    <message>
        <source>压缩包里的文件太多，不会是支付宝的账单</source>
        <translation>there are too many files in the zip for an Alipay statement</translation>
    </message>
    <message>
        <source>压缩包里有 {count} 张表（{names}），不知道要读哪一张，请解压后选一张</source>
        <translation>there are {count} tables in the zip ({names}); please unpack it and choose one of them</translation>
    </message>
    <message>
        <source>压缩包里没有 .csv 表，请选支付宝发来的那个压缩包</source>
        <translation>there is no .csv in the zip; please choose the one that Alipay sent</translation>
    </message>
    <message>
        <source>压缩包有密码，请填支付宝给的解压密码</source>
        <translation>the zip has a password; please enter the one that Alipay gave you</translation>
    </message>
    <message>
        <source>密码不对，也可能是压缩包坏了；请再试一次，不行就重新下载</source>
        <translation>the password is wrong, or the zip is damaged; please try again, and if that fails download it again</translation>
    </message>
    <message>
        <source>密码不对</source>
        <translation>the password is wrong</translation>
    </message>
    <message>
        <source>压缩包用的压缩方式不常见，请解压后再选里面的 .csv</source>
        <translation>the zip is compressed in an unusual way; please unpack it and choose the .csv in it</translation>
    </message>
    <message>
        <source>压缩包里的东西解开太大，不会是支付宝的账单</source>
        <translation>what is in the zip is too large to be an Alipay statement</translation>
    </message>
    <message>
        <source>压缩包坏了或者没有下载完，请重新下载</source>
        <translation>the zip is damaged or the download was not finished, please download it again</translation>
    </message>
    <message>
        <source>这是一个 Excel 工作簿，请选支付宝发来的原始 .csv 或 .zip</source>
        <translation>this is an Excel workbook; please choose the original .csv or .zip from Alipay</translation>
    </message>
    <message>
        <source>压缩包里还是压缩包，请先解开外面的一层</source>
        <translation>there is another archive in the zip; please unpack the outer one first</translation>
    </message>
</context>
<context>
    <name>Stress</name>
    <message>
        <source>金额大得算不了，看看是不是单位填错了</source>
        <translation>the amounts are too large to be worked out; check the unit</translation>
    </message>
    <message>
        <source>预算里没有以后的开销，没有可省的</source>
        <translation>the budget has no spending ahead to save on</translation>
    </message>
    <message>
        <source>以后没有记在花呗上的开销</source>
        <translation>nothing ahead is bought by Huabei</translation>
    </message>
    <message>
        <source>{loan}只剩一期，不用拉长</source>
        <translation>{loan} has one instalment left: there is nothing to stretch</translation>
    </message>
    <message>
        <source>{loan}还剩 {left} 期，没有更长的可选</source>
        <translation>no longer term is offered than the {left} {left:instalment|instalments} that {loan} has left</translation>
    </message>
    <message>
        <source>没有一期会晚，不用谈</source>
        <translation>nothing is late, so there is nothing to negotiate</translation>
    </message>
    <message>
        <source>最先撑不住的是还没借的这一笔，不借就行</source>
        <translation>the first to break is the loan that is only tried: it is enough not to take it</translation>
    </message>
    <message>
        <source>已经逾期的不能再拉长，先谈协商分期</source>
        <translation>what is overdue cannot be stretched: negotiate a plan first</translation>
    </message>
    <message>
        <source>没有在还的借款</source>
        <translation>no loan is being repaid</translation>
    </message>
    <message>
        <source>没有这一项收入</source>
        <translation>there is no such income</translation>
    </message>
    <message>
        <source>这一项不是收入</source>
        <translation>this entry is no income</translation>
    </message>
    <message>
        <source>预算里还没有收入，没有可停的</source>
        <translation>the budget has no income yet</translation>
    </message>
    <message>
        <source>这一天在看得到的月份之后</source>
        <translation>that day is after the months ahead</translation>
    </message>
    <message>
        <source>一笔突然的开销</source>
        <translation>Sudden expense</translation>
    </message>
    <message>
        <source>{paths}种可能里，没有一种会在{span}内晚还。</source>
        <translation>In none of {paths} possible futures is anything late within {span}.</translation>
    </message>
    <message>
        <source>{paths}种可能，每一种都会在{span}内至少晚一次；</source>
        <translation>In every one of {paths} possible futures something is late within {span};</translation>
    </message>
    <message>
        <source>{paths}种可能里有 {share} 会在{span}内至少晚一次；</source>
        <translation>In {share} of {paths} possible futures something is late within {span};</translation>
    </message>
    <message>
        <source>最先撑不住的是 {day}的{what}。</source>
        <translation>the first to break is {what}, due on {day}.</translation>
    </message>
    <message>
        <source>已经晚了的是{what}。</source>
        <translation>late already: {what}.</translation>
    </message>
    <message>
        <source>最紧的一天，一半的可能里还有 {least} 元以上。</source>
        <translation>On the tightest day half of the futures still have {least} yuan or more.</translation>
    </message>
    <message>
        <source>但最紧的一天，一半的可能里生活开销要透支 {least} 元以上。</source>
        <translation>But on the tightest day living costs overdraw half of the futures by {least} yuan or more.</translation>
    </message>
    <message>
        <source>会晚的那些可能里，{share} 是先从它开始的，那天要还 {amount} 元。</source>
        <translation>Of the futures with something late, {share} begin with it: {amount} yuan are due that day.</translation>
    </message>
    <message>
        <source>那天要还 {amount} 元。</source>
        <translation>That day {amount} yuan are due.</translation>
    </message>
    <message>
        <source>今天付 {amount} 元就不再逾期。</source>
        <translation>Paying {amount} yuan today clears it.</translation>
    </message>
    <message>
        <source>逾期平均多花 {expected} 元，95% 的可能里不超过 {worst} 元。</source>
        <translation>Being late costs {expected} yuan on average, and no more than {worst} in 95% of the futures.</translation>
    </message>
    <message>
        <source>逾期平均多花 {expected} 元。</source>
        <translation>Being late costs {expected} yuan on average.</translation>
    </message>
    <message>
        <source>没抽到不等于不会：{paths}次都没有，会晚的可能多半不超过 {most}。</source>
        <translation>None drawn does not mean never: with none in {paths} draws, the chance of being late is most likely no more than {most}.</translation>
    </message>
    <message>
        <source>抽到的每一次都晚，和你填的波动无关。</source>
        <translation>Every draw is late, whatever the ups and downs that you entered.</translation>
    </message>
    <message>
        <source>这是抽样，标准误差 {error}：换一个种子，多半在 {low} 到 {high} 之间。</source>
        <translation>This is a sample with a standard error of {error}: another seed most likely gives {low} to {high}.</translation>
    </message>
    <message>
        <source>不到 0.1%</source>
        <translation>under 0.1%</translation>
    </message>
    <message>
        <source>超过 99%</source>
        <translation>over 99%</translation>
    </message>
    <message>
        <source>收入变少</source>
        <translation>Less income</translation>
    </message>
    <message>
        <source>丢了工作</source>
        <translation>Job lost</translation>
    </message>
    <message>
        <source>利率变了</source>
        <translation>Rate changed</translation>
    </message>
    <message>
        <source>额度被关</source>
        <translation>Limit closed</translation>
    </message>
    <message>
        <source>少 {share}%，{begin}起 {months} 个月</source>
        <translation>{share}% less for {months} {months:month|months}, from {begin}</translation>
    </message>
    <message>
        <source>{begin}起 {months} 个月没有这份收入</source>
        <translation>None for {months} {months:month|months}, from {begin}</translation>
    </message>
    <message>
        <source>{amount} 元</source>
        <translation>{amount} yuan</translation>
    </message>
    <message>
        <source>年利率降 {points} 个百分点</source>
        <translation>Annual rate down by {points} points</translation>
    </message>
    <message>
        <source>年利率升 {points} 个百分点</source>
        <translation>Annual rate up by {points} points</translation>
    </message>
    <message>
        <source>花呗不能再买，只能付现金；已经欠的照常还</source>
        <translation>Cash only; old debt is paid as usual</translation>
    </message>
    <message>
        <source>不能再借新的；已经欠的照常还</source>
        <translation>No new loan; old debt is paid as usual</translation>
    </message>
    <message>
        <source>最紧的是 {day}，差 {short} 元。</source>
        <translation>Tightest on {day}: {short} yuan short.</translation>
    </message>
    <message>
        <source>每天都够，最紧的是 {day}，还剩 {left} 元。</source>
        <translation>Enough on every day; tightest on {day}, with {left} yuan left.</translation>
    </message>
    <message>
        <source>多出 {months} 个不够的月份。</source>
        <translation>Further months short: {months}.</translation>
    </message>
    <message>
        <source>会多晚 {count} 期，逾期多花 {cost} 元。</source>
        <translation>Further instalments late: {count}, at a cost of {cost} yuan.</translation>
    </message>
    <message>
        <source>逾期多花 {cost} 元。</source>
        <translation>Being late costs {cost} yuan more.</translation>
    </message>
    <message>
        <source>什么都不做</source>
        <translation>Do nothing</translation>
    </message>
    <message>
        <source>先多备 {amount} 元</source>
        <translation>Put by {amount} yuan first</translation>
    </message>
    <message>
        <source>开销省 {share}%</source>
        <translation>Spend {share}% less</translation>
    </message>
    <message>
        <source>最大的一笔拉长</source>
        <translation>Stretch the largest loan</translation>
    </message>
    <message>
        <source>现在谈协商分期</source>
        <translation>Negotiate a plan now</translation>
    </message>
    <message>
        <source>花呗的开销改付现金</source>
        <translation>Pay cash, not Huabei</translation>
    </message>
    <message>
        <source>花呗的东西不再买</source>
        <translation>Buy nothing by Huabei</translation>
    </message>
    <message>
        <source>{name}：用不上，{problem}。</source>
        <translation>{name}: not possible, {problem}.</translation>
    </message>
    <message>
        <source>{name}：会晚的可能是 {late}，逾期平均多花 {cost} 元。</source>
        <translation>{name}: the chance of being late is {late}; being late costs {cost} yuan on average.</translation>
    </message>
    <message>
        <source>{name}：会晚的可能还是 {late}，逾期平均多花 {cost} 元。</source>
        <translation>{name}: the chance of being late stays {late}; being late costs {cost} yuan on average.</translation>
    </message>
    <message>
        <source>{name}：会晚的可能从 {before} 降到 {late}，逾期平均多花 {cost} 元。</source>
        <translation>{name}: the chance of being late falls from {before} to {late}; being late costs {cost} yuan on average.</translation>
    </message>
    <message>
        <source>{name}：会晚的可能从 {before} 升到 {late}，逾期平均多花 {cost} 元。</source>
        <translation>{name}: the chance of being late rises from {before} to {late}; being late costs {cost} yuan on average.</translation>
    </message>
    <message>
        <source>{name}（{loan}，改成 {periods} 期）</source>
        <translation>{name} ({loan}, over {periods} {periods:instalment|instalments})</translation>
    </message>
    <message>
        <source>它自己要多付 {extra} 元利息和手续费。</source>
        <translation>It costs {extra} yuan of interest and fees itself.</translation>
    </message>
    <message>
        <source>它自己还能少付 {extra} 元。</source>
        <translation>It even saves {extra} yuan itself.</translation>
    </message>
    <message>
        <source>平均分布</source>
        <translation>Evenly</translation>
    </message>
    <message>
        <source>靠中间的多</source>
        <translation>Near the middle</translation>
    </message>
    <message>
        <source>两年</source>
        <translation>two years</translation>
    </message>
    <message>
        <source>一年</source>
        <translation>a year</translation>
    </message>
    <message>
        <source> {months} 个月</source>
        <translation>{months} {months:month|months}</translation>
    </message>
    <message>
        <source>这个月</source>
        <translation>this month</translation>
    </message>
    <message>
        <source>下个月</source>
        <translation>next month</translation>
    </message>
    <message>
        <source>{begin} 个月后</source>
        <translation>{begin} {begin:month|months} on</translation>
    </message>
</context>
<context>
    <name>StressPage</name>
    <message>
        <source>压力测试</source>
        <translation>Stress test</translation>
    </message>
    <message>
        <source>填了收入和开支，就能试：少一份收入、突然要用钱，会不会还不上，怎么撑过去。</source>
        <translation>Enter income and spending to try out: less income or a sudden cost, whether the instalments still hold, and what helps.</translation>
    </message>
    <message>
        <source>填收入和开支</source>
        <translation>Enter income and spending</translation>
    </message>
    <message>
        <source>看示例计划</source>
        <translation>See the sample plan</translation>
    </message>
    <message>
        <source>每个月</source>
        <translation>By month</translation>
    </message>
    <message>
        <source>办法</source>
        <translation>Remedy</translation>
    </message>
    <message>
        <source>{name} 压力测试</source>
        <translation>{name} stress test</translation>
    </message>
    <message>
        <source>收入少一截、突然要用钱，还扛得住吗？</source>
        <translation>Less income, or a sudden expense: would the plan still hold?</translation>
    </message>
    <message>
        <source>正在算很多种可能……</source>
        <translation>Working out many possible futures…</translation>
    </message>
    <message>
        <source>很多种可能没有算完</source>
        <translation>The many futures were not worked out</translation>
    </message>
    <message>
        <source>这样算不出来</source>
        <translation>This cannot be worked out</translation>
    </message>
    <message>
        <source>出了事会怎样</source>
        <translation>What if something happens</translation>
    </message>
    <message>
        <source>什么事</source>
        <translation>What happens</translation>
    </message>
    <message>
        <source>多严重</source>
        <translation>How bad</translation>
    </message>
    <message>
        <source>最紧的一天</source>
        <translation>Tightest
day</translation>
    </message>
    <message>
        <source>那天有</source>
        <translation>Money
then</translation>
    </message>
    <message>
        <source>不够的月份</source>
        <translation>Months
short</translation>
    </message>
    <message>
        <source>会晚</source>
        <translation>Late</translation>
    </message>
    <message>
        <source>逾期多花</source>
        <translation>Cost of
late</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>还没选，就是照计划</source>
        <translation>None chosen: the plan as it is</translation>
    </message>
    <message>
        <source>{count} 件事</source>
        <translation>{count} of them</translation>
    </message>
    <message>
        <source>选中的一起发生</source>
        <translation>Chosen together</translation>
    </message>
    <message>
        <source>收入和开支会波动：算很多种可能</source>
        <translation>Income and spending go up and down: many possible futures</translation>
    </message>
    <message>
        <source>换一个种子</source>
        <translation>Another seed</translation>
    </message>
    <message>
        <source>正在算</source>
        <translation>Working</translation>
    </message>
    <message>
        <source>不算了</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>算一遍</source>
        <translation>Work it out</translation>
    </message>
    <message>
        <source>每个月最紧的那天有多少钱（都按时还的话）</source>
        <translation>Money on each month&apos;s tightest day (if all is paid on time)</translation>
    </message>
    <message>
        <source>要留 {amount}</source>
        <translation>Keep {amount}</translation>
    </message>
    <message>
        <source>每个月有一期会晚的可能</source>
        <translation>Chance of something late, by month</translation>
    </message>
    <message>
        <source>怎么办有用（同样的随机可能里比）</source>
        <translation>What would help (compared on the same futures)</translation>
    </message>
    <message>
        <source>怎么办有用</source>
        <translation>What would help</translation>
    </message>
    <message>
        <source>会晚的可能</source>
        <translation>Chance
of late</translation>
    </message>
    <message>
        <source>逾期平均多花</source>
        <translation>Cost of late,
average</translation>
    </message>
    <message>
        <source>95% 不超过</source>
        <translation>In 95%
at most</translation>
    </message>
    <message>
        <source>最紧那天（一半以上有）</source>
        <translation>Tightest day,
median</translation>
    </message>
    <message>
        <source>办法本身多付</source>
        <translation>Cost of
its own</translation>
    </message>
    <message>
        <source>算进“一起发生”</source>
        <translation>Among the chosen?</translation>
    </message>
    <message>
        <source>少多少</source>
        <translation>Less by</translation>
    </message>
    <message>
        <source>几个月后开始</source>
        <translation>Starts in</translation>
    </message>
    <message>
        <source>持续几个月</source>
        <translation>Lasts</translation>
    </message>
    <message>
        <source>哪项收入</source>
        <translation>Which income</translation>
    </message>
    <message>
        <source>多少钱</source>
        <translation>How much</translation>
    </message>
    <message>
        <source>哪一天（可不填）</source>
        <translation>Day (optional)</translation>
    </message>
    <message>
        <source>年利率升（降填负数）</source>
        <translation>Annual rate up (or −)</translation>
    </message>
    <message>
        <source>哪一家</source>
        <translation>Whose limit</translation>
    </message>
    <message>
        <source>算多少种可能</source>
        <translation>How many futures</translation>
    </message>
    <message>
        <source>随机种子</source>
        <translation>Random seed</translation>
    </message>
    <message>
        <source>怎么波动</source>
        <translation>How they vary</translation>
    </message>
    <message>
        <source>收入上下差</source>
        <translation>Income varies by ±</translation>
    </message>
    <message>
        <source>开支上下差</source>
        <translation>Spending varies by ±</translation>
    </message>
    <message>
        <source>每月断收入的可能</source>
        <translation>Monthly risk of job loss</translation>
    </message>
    <message>
        <source>断几个月</source>
        <translation>Out of work for</translation>
    </message>
    <message>
        <source>每月有意外开销的可能</source>
        <translation>Monthly risk of a cost</translation>
    </message>
    <message>
        <source>意外开销多少</source>
        <translation>Size of that cost</translation>
    </message>
    <message>
        <source>先多备多少钱</source>
        <translation>Put by first</translation>
    </message>
    <message>
        <source>开销省多少</source>
        <translation>Spend less by</translation>
    </message>
    <message>
        <source>种</source>
        <translation>futures</translation>
    </message>
    <message>
        <source>个月</source>
        <translation>months</translation>
    </message>
    <message>
        <source>所有收入</source>
        <translation>All income</translation>
    </message>
    <message>
        <source>改压力测试：{field}</source>
        <translation>Change stress test: {field}</translation>
    </message>
    <message>
        <source>不算</source>
        <translation>No</translation>
    </message>
    <message>
        <source>算</source>
        <translation>Yes</translation>
    </message>
</context>
<context>
    <name>StressTable</name>
    <message>
        <source>月份</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>有一期会晚的可能</source>
        <translation>Chance of something late</translation>
    </message>
    <message>
        <source>最紧那天：{level}% 的可能不超过</source>
        <translation>Tightest day: {level}% at most</translation>
    </message>
    <message>
        <source>月底：{level}% 的可能不超过</source>
        <translation>Month&apos;s end: {level}% at most</translation>
    </message>
    <message>
        <source>办法</source>
        <translation>Remedy</translation>
    </message>
    <message>
        <source>会晚的可能</source>
        <translation>Chance of being late</translation>
    </message>
    <message>
        <source>逾期平均多花</source>
        <translation>Cost of being late, average</translation>
    </message>
    <message>
        <source>95% 不超过</source>
        <translation>In 95% at most</translation>
    </message>
    <message>
        <source>最紧那天的中位数</source>
        <translation>Tightest day, median</translation>
    </message>
    <message>
        <source>办法本身多付</source>
        <translation>Cost of its own</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>In words</translation>
    </message>
</context>
<context>
    <name>StressWhy</name>
    <message>
        <source>{month} 最紧那天差 {short} 元</source>
        <translation>{month}: {short} yuan missing on the tightest day</translation>
    </message>
    <message>
        <source>按填的波动随机抽了 {paths} 种收入和开支（种子 {seed}）；同一个种子，结果一分不差。</source>
        <translation>{paths} courses of income and spending were drawn at random by the swings entered (seed {seed}); the same seed gives the same figures to the fen.</translation>
    </message>
    <message>
        <source>每一种都从今天起一天一天走：钱不够，到期的就等着，罚息按那笔借款的规则算。</source>
        <translation>Each goes day by day from today: where money is short what falls due waits, with the penalty by that loan&apos;s rule.</translation>
    </message>
    <message>
        <source>至少晚一次的有 {late} 种：{late} ÷ {paths} = {share}。</source>
        <translation>{late} of them are late at least once: {late} ÷ {paths} = {share}.</translation>
    </message>
    <message>
        <source>{paths} 种可能的逾期费用加起来 ÷ {paths} = 平均 {cost} 元，没晚的算 0。</source>
        <translation>The late costs of all {paths} added up ÷ {paths} = {cost} yuan on average; those never late count as 0.</translation>
    </message>
    <message>
        <source>把 {paths} 种可能的逾期费用从小到大排，排在第 95% 的是 {cost} 元。</source>
        <translation>The late costs of all {paths} in rising order: the one at 95% is {cost} yuan.</translation>
    </message>
    <message>
        <source>每种可能都记下最紧那天有多少（都按时还的话），从小到大排，中间的是 {held} 元。</source>
        <translation>For each the money on its tightest day is noted (everything paid on time); in rising order the middle one is {held} yuan.</translation>
    </message>
    <message>
        <source>这个办法自己的利息和手续费，和不用它比：{extra} 元。</source>
        <translation>This way&apos;s own interest and fees, against not taking it: {extra} yuan.</translation>
    </message>
    <message>
        <source>{paths} 种可能里，这个月最紧那天有的钱从小到大排：{ranks}。都按时还的话。</source>
        <translation>The money on the tightest day of this month in all {paths}, in rising order: {ranks}. With everything paid on time.</translation>
    </message>
    <message>
        <source>排在 {level}% 的是 {value} 元</source>
        <translation>the one at {level}% is {value} yuan</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
    <message>
        <source>{month} 到期的，有 {late} 种可能里晚了：{late} ÷ {paths} = {share}。</source>
        <translation>What falls due in {month} is late in {late} of them: {late} ÷ {paths} = {share}.</translation>
    </message>
</context>
<context>
    <name>Tables</name>
    <message>
        <source>期</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>起息日</source>
        <translation>From</translation>
    </message>
    <message>
        <source>还款日</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>天数</source>
        <translation>Days</translation>
    </message>
    <message>
        <source>期初本金</source>
        <translation>Opening balance</translation>
    </message>
    <message>
        <source>本金</source>
        <translation>Principal</translation>
    </message>
    <message>
        <source>{label}：{reason}</source>
        <translation>{label}: {reason}</translation>
    </message>
    <message>
        <source>已还</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>逾期</source>
        <translation>Late</translation>
    </message>
    <message>
        <source>今天到期</source>
        <translation>Due today</translation>
    </message>
    <message>
        <source>没到期</source>
        <translation>Not due yet</translation>
    </message>
    <message>
        <source>转入新的计划</source>
        <translation>Into a new plan</translation>
    </message>
    <message>
        <source>重新分期</source>
        <translation>New plan</translation>
    </message>
    <message>
        <source>借款</source>
        <translation>Loan</translation>
    </message>
    <message>
        <source>产品</source>
        <translation>Product</translation>
    </message>
    <message>
        <source>实际年化，%</source>
        <translation>Effective annual rate, %</translation>
    </message>
    <message>
        <source>逾期几天</source>
        <translation>Days late</translation>
    </message>
    <message>
        <source>要还才不逾期</source>
        <translation>Late or due now</translation>
    </message>
    <message>
        <source>下次还款日</source>
        <translation>Next due date</translation>
    </message>
    <message>
        <source>下次应还</source>
        <translation>Next payment</translation>
    </message>
    <message>
        <source>还剩要还</source>
        <translation>Left to pay</translation>
    </message>
    <message>
        <source>利息</source>
        <translation>Interest</translation>
    </message>
    <message>
        <source>手续费</source>
        <translation>Fee</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>没还的</source>
        <translation>Unpaid</translation>
    </message>
    <message>
        <source>月份</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>一共要还</source>
        <translation>To pay in all</translation>
    </message>
    <message>
        <source>应还</source>
        <translation>To pay</translation>
    </message>
    <message>
        <source>剩余本金</source>
        <translation>Balance</translation>
    </message>
    <message>
        <source>怎么算的</source>
        <translation>How it was worked out</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>What it rests on</translation>
    </message>
    <message>
        <source>利息和手续费</source>
        <translation>Interest and fee</translation>
    </message>
    <message>
        <source>第 {period} 期还款日</source>
        <translation>No. {period}: due</translation>
    </message>
    <message>
        <source>{name}：怎么算的</source>
        <translation>{name}: how it was worked out</translation>
    </message>
    <message>
        <source>借到的钱</source>
        <translation>Money lent</translation>
    </message>
    <message>
        <source>哪天拿到</source>
        <translation>Lent on</translation>
    </message>
    <message>
        <source>第 {period} 期应还</source>
        <translation>No. {period}: to pay</translation>
    </message>
    <message>
        <source>提前多还的日子</source>
        <translation>Paid on top on</translation>
    </message>
    <message>
        <source>提前多还</source>
        <translation>Paid on top</translation>
    </message>
    <message>
        <source>算不出来的原因</source>
        <translation>Why it cannot be worked out</translation>
    </message>
    <message>
        <source>项目</source>
        <translation>Figure</translation>
    </message>
    <message>
        <source>对比</source>
        <translation>Comparison</translation>
    </message>
    <message>
        <source>每期要还</source>
        <translation>Each instalment</translation>
    </message>
    <message>
        <source>每期最少</source>
        <translation>Least payment</translation>
    </message>
    <message>
        <source>每期最多</source>
        <translation>Highest payment</translation>
    </message>
    <message>
        <source>{title}，%</source>
        <translation>{title}, %</translation>
    </message>
    <message>
        <source>种类</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>每期还款</source>
        <translation>Instalment</translation>
    </message>
    <message>
        <source>提前还款</source>
        <translation>Paid early</translation>
    </message>
    <message>
        <source>结清</source>
        <translation>Paid off</translation>
    </message>
    <message>
        <source>晚几天</source>
        <translation>Days late</translation>
    </message>
    <message>
        <source>阶段</source>
        <translation>Stage</translation>
    </message>
    <message>
        <source>{label}：日期</source>
        <translation>{label}: day</translation>
    </message>
    <message>
        <source>{label}：多付</source>
        <translation>{label}: more</translation>
    </message>
    <message>
        <source>办法</source>
        <translation>Way</translation>
    </message>
    <message>
        <source>当天要拿出</source>
        <translation>Needed that day</translation>
    </message>
    <message>
        <source>以后每月最多</source>
        <translation>Each month after, at most</translation>
    </message>
    <message>
        <source>还几个月</source>
        <translation>Months</translation>
    </message>
    <message>
        <source>从那天起一共还</source>
        <translation>In all from then</translation>
    </message>
    <message>
        <source>比按时还多付</source>
        <translation>More than paying on time</translation>
    </message>
    <message>
        <source>哪天起不再逾期</source>
        <translation>Not late from</translation>
    </message>
    <message>
        <source>哪天还清</source>
        <translation>Paid off</translation>
    </message>
    <message>
        <source>用不了的原因</source>
        <translation>Why not</translation>
    </message>
</context>
<context>
    <name>Terms</name>
    <message>
        <source>还款日要一期比一期晚：{after} 不在 {before} 之后</source>
        <translation>Due dates must rise: {after} is not after {before}</translation>
    </message>
    <message>
        <source>有 {given} 个还款日，期数却是 {periods}</source>
        <translation>There are {given} due dates for {periods} {periods:instalment|instalments}</translation>
    </message>
    <message>
        <source>最后一期晚于 {last}，太远了</source>
        <translation>The last instalment would be after {last}: too far</translation>
    </message>
    <message>
        <source>首个还款日 {first} 不能早于起息日 {start}</source>
        <translation>The first due date {first} cannot be before the start {start}</translation>
    </message>
    <message>
        <source>产品要写它的代号，例如 jiebei</source>
        <translation>Write the product by its id, like jiebei</translation>
    </message>
    <message>
        <source>要是 1 到 28 的整数</source>
        <translation>must be a whole number from 1 to 28</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>{name} 没有这个期数的费率（已知：{listed} 期），请自己填 fee_rate</source>
        <translation>{name} has no fee for this number of instalments (known: {listed}); give fee_rate yourself</translation>
    </message>
    <message>
        <source>只有利息优惠能按天数，而且不能同时按期数</source>
        <translation>only an interest coupon can run for days, and not for instalments as well</translation>
    </message>
    <message>
        <source>要把 {all} 各写一次</source>
        <translation>name each of {all} once</translation>
    </message>
    <message>
        <source>penalty_multiplier 和 penalty_rate 要有且只有一个</source>
        <translation>give exactly one of penalty_multiplier and penalty_rate</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>借 {amount} 元分 {periods} 期，听说每期约 {billed}？算下来是 {due} 元。</source>
        <translation>{amount} yuan over {periods} {periods:instalment|instalments}, about {billed} each, as they say? It comes to {due} yuan.</translation>
    </message>
    <message>
        <source>没有两种可以比的。</source>
        <translation>There are no two to compare.</translation>
    </message>
    <message>
        <source>同样的钱，{best}比{other}少付 {saved} 元：实际年化 {low} 对 {high}。别只看每期多少。</source>
        <translation>For the same money {best} costs {saved} yuan less than {other}: a true {low} a year against {high}. Look at more than the instalment.</translation>
    </message>
    <message>
        <source>逾期 {days} 天，已经多付 {penalty} 元，再拖一天多 {more} 元。今天付 {due} 元就不再逾期。</source>
        <translation>{days} {days:day|days} late have cost {penalty} yuan so far, each further day {more} yuan. With {due} yuan paid today nothing is late any more.</translation>
    </message>
    <message>
        <source>{day}起进入 {stage}。</source>
        <translation>From {day} it is {stage}.</translation>
    </message>
    <message>
        <source>一次拿不出？可以谈：分 {periods} 个月，每月 {most} 元，谈成那天起不再逾期，一共多付 {extra} 元。下面能写信。</source>
        <translation>Can&apos;t pay it at once? Ask for {periods} {periods:month|months} of {most} yuan: not late any more from the day it is agreed, {extra} yuan more in all. The letter can be written below.</translation>
    </message>
    <message>
        <source>上一步</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>结束</source>
        <translation>End</translation>
    </message>
    <message>
        <source>第 {place} 步，共 {all} 步</source>
        <translation>Step {place} of {all}</translation>
    </message>
    <message>
        <source>填自己的借款</source>
        <translation>Enter my own loan</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>Next</translation>
    </message>
</context>
<context>
    <name>Troubles</name>
    <message>
        <source>这里不能用这个文件名</source>
        <translation>this file name can&apos;t be used here</translation>
    </message>
    <message>
        <source>磁盘满了</source>
        <translation>the disk is full</translation>
    </message>
    <message>
        <source>磁盘满了（到了你的配额）</source>
        <translation>the disk is full (your quota is used up)</translation>
    </message>
    <message>
        <source>文件超过了这里允许的大小</source>
        <translation>the file is larger than is allowed here</translation>
    </message>
    <message>
        <source>没有权限</source>
        <translation>permission denied</translation>
    </message>
    <message>
        <source>这个位置只能读，不能写</source>
        <translation>this place can only be read</translation>
    </message>
    <message>
        <source>这是一个文件夹</source>
        <translation>this is a folder</translation>
    </message>
    <message>
        <source>这里有一个同名的别的东西</source>
        <translation>something else of this name is here</translation>
    </message>
    <message>
        <source>路径中间有一个不是文件夹</source>
        <translation>a part of the path is not a folder</translation>
    </message>
    <message>
        <source>文件名太长</source>
        <translation>the file name is too long</translation>
    </message>
    <message>
        <source>文件或文件夹不在了（移动硬盘、U 盘是不是拔掉了？）</source>
        <translation>the file or folder is not there (was a drive unplugged?)</translation>
    </message>
    <message>
        <source>磁盘不在了（移动硬盘、U 盘是不是拔掉了？）</source>
        <translation>the disk is not there; was a drive unplugged?</translation>
    </message>
    <message>
        <source>磁盘读写出错，可能拔掉了或者坏了</source>
        <translation>the disk failed; perhaps it was unplugged or is damaged</translation>
    </message>
    <message>
        <source>网络文件夹断开了</source>
        <translation>the network folder is disconnected</translation>
    </message>
    <message>
        <source>网络文件夹没有回应</source>
        <translation>the network folder does not answer</translation>
    </message>
    <message>
        <source>文件正被别的程序占用</source>
        <translation>another program is using the file</translation>
    </message>
    <message>
        <source>打开的文件太多</source>
        <translation>too many files are open</translation>
    </message>
    <message>
        <source>链接指来指去，绕成了一圈</source>
        <translation>links lead round in a circle</translation>
    </message>
    <message>
        <source>这个位置不支持这样做</source>
        <translation>this place does not support it</translation>
    </message>
    <message>
        <source>系统没有说为什么</source>
        <translation>the system does not say why</translation>
    </message>
</context>
<context>
    <name>Values</name>
    <message>
        <source>必须填写</source>
        <translation>Must be given</translation>
    </message>
    <message>
        <source>不认识这一项</source>
        <translation>Unknown key</translation>
    </message>
    <message>
        <source>要大于 {limit}</source>
        <translation>Must be greater than {limit}</translation>
    </message>
    <message>
        <source>不能小于 {limit}</source>
        <translation>Must not be less than {limit}</translation>
    </message>
    <message>
        <source>要小于 {limit}</source>
        <translation>Must be less than {limit}</translation>
    </message>
    <message>
        <source>不能大于 {limit}</source>
        <translation>Must not be more than {limit}</translation>
    </message>
    <message>
        <source>{value} 不能用；可选：{allowed}</source>
        <translation>{value} cannot be used; choose from {allowed}</translation>
    </message>
    <message>
        <source>最多两位小数（到分）</source>
        <translation>At most two decimals (fen)</translation>
    </message>
    <message>
        <source>要填一个整数</source>
        <translation>Must be a whole number</translation>
    </message>
    <message>
        <source>要填文字</source>
        <translation>Must be text</translation>
    </message>
    <message>
        <source>不能是空的</source>
        <translation>must not be empty</translation>
    </message>
    <message>
        <source>太长了</source>
        <translation>is too long</translation>
    </message>
    <message>
        <source>要填 true 或 false</source>
        <translation>Must be true or false</translation>
    </message>
    <message>
        <source>至少要有一项</source>
        <translation>At least one is needed</translation>
    </message>
    <message>
        <source>最多 {most} 项</source>
        <translation>At most {most} are allowed</translation>
    </message>
    <message>
        <source>至少要有 {least} 项</source>
        <translation>At least {least} are needed</translation>
    </message>
    <message>
        <source>{value} 不能用在这里</source>
        <translation>{value} cannot be used here</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>先把两边都填好，才能比较</source>
        <translation>Fill in both sides to compare them</translation>
    </message>
    <message>
        <source>再加一列，才能比较</source>
        <translation>Add another column to compare</translation>
    </message>
    <message>
        <source>{price} 的</source>
        <translation>the one at {price}</translation>
    </message>
    <message>
        <source>{best}和{other}一样贵：都多付 {cost} 元。</source>
        <translation>{best} and {other} cost the same: {cost} yuan each.</translation>
    </message>
    <message>
        <source>同样 {periods} 期，{best}比{other}少付 {saved} 元。</source>
        <translation>Over {periods} {periods:instalment|instalments}, you pay {saved} yuan less with {best} than with {other}.</translation>
    </message>
    <message>
        <source>{day}就还得出 {amount} 元的话，{name}一分钱也不多付。</source>
        <translation>If you can pay {amount} yuan on {day}, you pay nothing on top with {name}.</translation>
    </message>
    <message>
        <source>两边拿到钱的日子不同：{best} {one}，{other} {another}。</source>
        <translation>The money comes on different days: {best} on {one}, {other} on {another}.</translation>
    </message>
    <message>
        <source>实际年化一样（{low}），少付只是因为借得短。</source>
        <translation>The effective annual rate is the same ({low}); it costs less only because it is borrowed for a shorter time.</translation>
    </message>
    <message>
        <source>实际年化一样（{low}），少付是因为本金还得早，欠着的钱少。</source>
        <translation>The effective annual rate is the same ({low}); it costs less because principal is repaid sooner.</translation>
    </message>
    <message>
        <source>实际年化一样（{low}），差的只是取整的零头。</source>
        <translation>The effective annual rate is the same ({low}); what differs is rounding.</translation>
    </message>
    <message>
        <source>欠的钱一样多，只是利息付得早晚不同：实际年化{best}是 {low}，{other}是 {high}。</source>
        <translation>As much is owed for as long, only interest is paid at other times: the effective annual rate of {best} is {low}, that of {other} {high}.</translation>
    </message>
    <message>
        <source>主要因为本金还得早，欠着的钱少；实际年化也更低：{low}，{other}是 {high}。</source>
        <translation>Mostly because principal is repaid sooner; its effective annual rate is lower, too: {low}, against {high} for {other}.</translation>
    </message>
    <message>
        <source>主要因为借得短；实际年化也更低：{low}，{other}是 {high}。</source>
        <translation>Mostly because it is borrowed for a shorter time; its effective annual rate is lower, too: {low}, against {high} for {other}.</translation>
    </message>
    <message>
        <source>因为本金还得早，欠着的钱少；单看实际年化，{other}更低：{high}，{best}是 {low}。</source>
        <translation>Because principal is repaid sooner; by the effective annual rate {other} is cheaper: {high}, against {low} for {best}.</translation>
    </message>
    <message>
        <source>因为借得短，不是因为便宜：它的实际年化是 {low}，{other}只有 {high}。</source>
        <translation>Because it is borrowed for a shorter time, not because it is cheap: its effective annual rate is {low}, that of {other} only {high}.</translation>
    </message>
    <message>
        <source>但 {year} 年 {month} 月要拿得出 {amount} 元，{other}每月最多 {usual} 元。</source>
        <translation>But you need {amount} yuan in {year}-{month:02d}; {other} never takes more than {usual} yuan a month.</translation>
    </message>
    <message>
        <source>{best}比{other}总共少付 {saved} 元。</source>
        <translation>In all, you pay {saved} yuan less with {best} than with {other}.</translation>
    </message>
    <message>
        <source>{when}，反而是{other}便宜。</source>
        <translation>{other} would cost less when {when}.</translation>
    </message>
    <message>
        <source>第 {first} 到 {last} 期一次还清</source>
        <translation>all is paid off with any of instalments {first} to {last}</translation>
    </message>
    <message>
        <source>第 {last} 期就一次还清</source>
        <translation>all is paid off with instalment {last}</translation>
    </message>
    <message>
        <source>第 {last} 期或更早一次还清</source>
        <translation>all is paid off with instalment {last} or before</translation>
    </message>
    <message>
        <source>第一期晚 {days} 天或更久</source>
        <translation>the first instalment is {days} {days:day|days} late or more</translation>
    </message>
    <message>
        <source>总手续费率</source>
        <translation>fee rate</translation>
    </message>
    <message>
        <source>{name}的{what}涨到 {above}%，{other}就更便宜。</source>
        <translation>From {above}% ({what}) on for {name}, {other} would cost less.</translation>
    </message>
    <message>
        <source>{name}的{what}到 {limit}% 以下，就不比{other}贵了。</source>
        <translation>At {limit}% ({what}) or below, {name} would be no dearer than {other}.</translation>
    </message>
    <message>
        <source>{names}完全一样。</source>
        <translation>{names} are the same.</translation>
    </message>
    <message>
        <source>优惠券</source>
        <translation>coupons</translation>
    </message>
    <message>
        <source>提前还款</source>
        <translation>early payments</translation>
    </message>
    <message>
        <source>逾期</source>
        <translation>being late</translation>
    </message>
    <message>
        <source>征信和额度</source>
        <translation>credit record and limits</translation>
    </message>
    <message>
        <source>没有计入{left}。</source>
        <translation>Not counted: {left}.</translation>
    </message>
    <message>
        <source>已经算上{early}。</source>
        <translation>Counted in: {early}.</translation>
    </message>
    <message>
        <source>第 {period} 期那天多还 {amount} 元（账单除外）</source>
        <translation>{amount} yuan paid on top with instalment {period} (not of bills)</translation>
    </message>
    <message>
        <source>{name}：{problem}</source>
        <translation>{name}: {problem}</translation>
    </message>
    <message>
        <source>{problem}。</source>
        <translation>{problem}.</translation>
    </message>
    <message>
        <source>实际年化：{best} {low}，{other} {high}。</source>
        <translation>Effective annual rates: {best} {low}, {other} {high}.</translation>
    </message>
    <message>
        <source>能在 {periods} 期内还清，{name}只多付 {cost} 元。</source>
        <translation>If you can repay within {periods} {periods:instalment|instalments}, you pay only {cost} yuan on top with {name}.</translation>
    </message>
    <message>
        <source>因为它在免息期内：{day}前全额还清，一分钱也不收。</source>
        <translation>It is free: paid in full by {day}, nothing is charged.</translation>
    </message>
    <message>
        <source>因为它的实际年化更低：{low}，{other}是 {high}。</source>
        <translation>Its effective annual rate is lower: {low}, against {high} for {other}.</translation>
    </message>
    <message>
        <source>手续费一直按最初的本金收，还掉的部分也照收。</source>
        <translation>The fee is charged on the full amount to the end.</translation>
    </message>
    <message>
        <source>{label}（{detail}）</source>
        <translation>{label} ({detail})</translation>
    </message>
    <message>
        <source>{label}（第 {place} 列）</source>
        <translation>{label} (column {place})</translation>
    </message>
</context>
<context>
    <name>Versions</name>
    <message>
        <source>{amount} 元</source>
        <translation>{amount} yuan</translation>
    </message>
    <message>
        <source>{count} 个：{names}</source>
        <translation>{count}: {names}</translation>
    </message>
    <message>
        <source>没有</source>
        <translation>none</translation>
    </message>
    <message>
        <source>计划的名字</source>
        <translation>Name of the plan</translation>
    </message>
    <message>
        <source>借款</source>
        <translation>Loans</translation>
    </message>
    <message>
        <source>{count} 笔</source>
        <translation>{count}</translation>
    </message>
    <message>
        <source>还欠的本金（{day}）</source>
        <translation>Principal owed ({day})</translation>
    </message>
    <message>
        <source>利息和手续费，全部借款</source>
        <translation>Interest and fees, all loans</translation>
    </message>
    <message>
        <source>{amount} 元，另有 {count} 笔算不出来</source>
        <translation>{amount} yuan, and {count} that can&apos;t be worked out</translation>
    </message>
    <message>
        <source>名字</source>
        <translation>name</translation>
    </message>
    <message>
        <source>没起名</source>
        <translation>no name</translation>
    </message>
    <message>
        <source>产品</source>
        <translation>product</translation>
    </message>
    <message>
        <source>借了多少</source>
        <translation>amount borrowed</translation>
    </message>
    <message>
        <source>分几期</source>
        <translation>instalments</translation>
    </message>
    <message>
        <source>{count} 期</source>
        <translation>{count} {count:instalment|instalments}</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>怎么还、利率</source>
        <translation>way and rate</translation>
    </message>
    <message>
        <source>首个还款日</source>
        <translation>first due date</translation>
    </message>
    <message>
        <source>最后还款日</source>
        <translation>last due date</translation>
    </message>
    <message>
        <source>利息和手续费</source>
        <translation>interest and fee</translation>
    </message>
    <message>
        <source>还得怎样</source>
        <translation>how it is paid</translation>
    </message>
    <message>
        <source>逾期怎么算</source>
        <translation>cost of being late</translation>
    </message>
    <message>
        <source>照产品的</source>
        <translation>as the product&apos;s</translation>
    </message>
    <message>
        <source>自己填的</source>
        <translation>your own</translation>
    </message>
    <message>
        <source>都按时还</source>
        <translation>all on time</translation>
    </message>
    <message>
        <source>有过没按时还的</source>
        <translation>late in the past</translation>
    </message>
    <message>
        <source>从第 {number} 期起没还</source>
        <translation>unpaid from no. {number} on</translation>
    </message>
    <message>
        <source>逾期 {days} 天</source>
        <translation>{days} {days:day|days} late</translation>
    </message>
    <message>
        <source>{count} 次变动</source>
        <translation>{count} events</translation>
    </message>
    <message>
        <source>{count} 列：{names}</source>
        <translation>{count} {count:column|columns}: {names}</translation>
    </message>
    <message>
        <source>对比：借多少</source>
        <translation>Comparison: amount</translation>
    </message>
    <message>
        <source>对比：哪天借</source>
        <translation>Comparison: day</translation>
    </message>
    <message>
        <source>对比：哪几列</source>
        <translation>Comparison: columns</translation>
    </message>
    <message>
        <source>留着的对比</source>
        <translation>Comparisons kept</translation>
    </message>
    <message>
        <source>自己的产品</source>
        <translation>Your own products</translation>
    </message>
    <message>
        <source>{count} 项</source>
        <translation>{count}</translation>
    </message>
    <message>
        <source>自己改的规则</source>
        <translation>Rules of your own</translation>
    </message>
    <message>
        <source>没填</source>
        <translation>not entered</translation>
    </message>
    <message>
        <source>{count} 个账户，{day} 有 {amount} 元</source>
        <translation>{count} accounts with {amount} yuan on {day}</translation>
    </message>
    <message>
        <source>平均每月收入</source>
        <translation>Income a month, on average</translation>
    </message>
    <message>
        <source>平均每月开支</source>
        <translation>Spending a month, on average</translation>
    </message>
    <message>
        <source>手上的钱</source>
        <translation>Money at hand</translation>
    </message>
    <message>
        <source>快照</source>
        <translation>Snapshots</translation>
    </message>
    <message>
        <source>对比和自己的产品：其他</source>
        <translation>Comparison and own products: other</translation>
    </message>
    <message>
        <source>自己改的规则：其他</source>
        <translation>Rules of your own: other</translation>
    </message>
    <message>
        <source>协商和写给贷款人的信</source>
        <translation>Negotiating and the letter</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>other</translation>
    </message>
    <message>
        <source>没有借款</source>
        <translation>No loans</translation>
    </message>
    <message>
        <source>{count} 笔借款，共借 {amount} 元，还欠本金 {owed}</source>
        <translation>{count} {count:loan|loans}, {amount} yuan borrowed, {owed} of it still owed</translation>
    </message>
    <message>
        <source>一样</source>
        <translation>the same</translation>
    </message>
    <message>
        <source>不一样</source>
        <translation>not the same</translation>
    </message>
    <message>
        <source>{name}：{what}</source>
        <translation>{name}: {what}</translation>
    </message>
    <message>
        <source>预算、策略和压力测试的其他设置</source>
        <translation>Other settings of budget, payoff and stress test</translation>
    </message>
</context>
<context>
    <name>VersionsDialog</name>
    <message>
        <source>一样的也列出来</source>
        <translation>Also list what is the same</translation>
    </message>
    <message>
        <source>那时和现在</source>
        <translation>Then and now</translation>
    </message>
    <message>
        <source>换回这一份</source>
        <translation>Go back to this one</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>{plan}。和现在完全一样。</source>
        <translation>{plan}. The same as now.</translation>
    </message>
    <message>
        <source>{plan}。和现在有 {count} 处不一样。</source>
        <translation>{plan}. Not as now in {count} places.</translation>
    </message>
    <message>
        <source>{label}：{left} → {right}</source>
        <translation>{label}: {left} → {right}</translation>
    </message>
    <message>
        <source>现在</source>
        <translation>Now</translation>
    </message>
</context>
<context>
    <name>Warnings</name>
    <message>
        <source>来源：{sources}。</source>
        <translation>Sources: {sources}.</translation>
    </message>
    <message>
        <source>名义年化 {rate} 高于 {line}%（助贷的线）。</source>
        <translation>The nominal rate, {rate}, is above {line}% (the line for assisted loans).</translation>
    </message>
    <message>
        <source>名义年化 {rate} 高于 {times} 倍 LPR {line}%（民间借贷的线，{since} 起 LPR {prime}%）。</source>
        <translation>The nominal rate, {rate}, is above {times} × LPR, {line}% (the line for private lending; LPR {prime}% from {since}).</translation>
    </message>
    <message>
        <source>{rate}% 折成一年是 {year}%，看看是不是小数点或单位填错了</source>
        <translation>{rate}% is {year}% a year; check the decimal point and the unit</translation>
    </message>
    <message>
        <source>{method} 用不到这一项，没有计入</source>
        <translation>{method} does not use this; it was left out</translation>
    </message>
</context>
<context>
    <name>Ways</name>
    <message>
        <source>协商分几期</source>
        <translation>Negotiated instalments</translation>
    </message>
    <message>
        <source>协商的利率（不填：照旧）</source>
        <translation>Their rate (empty: as before)</translation>
    </message>
    <message>
        <source>有哪些办法</source>
        <translation>Ways out</translation>
    </message>
    <message>
        <source>给哪一笔想办法</source>
        <translation>For which loan</translation>
    </message>
    <message>
        <source>各条路的数字</source>
        <translation>The ways in figures</translation>
    </message>
    <message>
        <source>写协商信…</source>
        <translation>Write a letter…</translation>
    </message>
    <message>
        <source>谈成了，按协商的还</source>
        <translation>It was agreed: take the plan over</translation>
    </message>
    <message>
        <source>现在就做的</source>
        <translation>Done now</translation>
    </message>
    <message>
        <source>等等再做的</source>
        <translation>Done later</translation>
    </message>
    <message>
        <source>当天要拿出</source>
        <translation>Needed that day</translation>
    </message>
    <message>
        <source>以后每月</source>
        <translation>Each month after</translation>
    </message>
    <message>
        <source>还几个月</source>
        <translation>Months</translation>
    </message>
    <message>
        <source>从那天起一共还</source>
        <translation>In all from then</translation>
    </message>
    <message>
        <source>比按时还多付</source>
        <translation>Costs more</translation>
    </message>
    <message>
        <source>哪天起不再逾期</source>
        <translation>Not late from</translation>
    </message>
    <message>
        <source>哪天还清</source>
        <translation>Paid off</translation>
    </message>
    <message>
        <source>最晚哪天做还省钱</source>
        <translation>Saves until</translation>
    </message>
    <message>
        <source>那天以前做，都比不管它省</source>
        <translation>Until that day it costs less than doing nothing</translation>
    </message>
    <message>
        <source>{name}：{what}</source>
        <translation>{name}: {what}</translation>
    </message>
    <message>
        <source>（现在用不了：{why}）</source>
        <translation> (Not possible now: {why})</translation>
    </message>
    <message>
        <source>修改办法：{field}</source>
        <translation>Change ways out: {field}</translation>
    </message>
    <message>
        <source>哪天打平：</source>
        <translation>Break-even of</translation>
    </message>
    <message>
        <source>和</source>
        <translation>and</translation>
    </message>
    <message>
        <source>协商首期（不填：一个月后）</source>
        <translation>First due (empty: in a month)</translation>
    </message>
    <message>
        <source>个月</source>
        <translation>months</translation>
    </message>
    <message>
        <source>还清
逾期部分</source>
        <translation>Pay what
is overdue</translation>
    </message>
    <message>
        <source>一次
结清</source>
        <translation>Settle
all</translation>
    </message>
    <message>
        <source>不管它，
再拖 {wait} 天</source>
        <translation>Nothing for
{wait} {wait:day|days}</translation>
    </message>
    <message>
        <source>最低还款，
下月还其余</source>
        <translation>Minimum,
rest in a month</translation>
    </message>
    <message>
        <source>整体推迟 
{months} 个月</source>
        <translation>Put off by
{months} mo.</translation>
    </message>
    <message>
        <source>协商
分 {periods} 期</source>
        <translation>Negotiate
{periods} {periods:instalment|instalments}</translation>
    </message>
    <message>
        <source>结清，罚息
减 {share}%</source>
        <translation>Settle, {share}%
penalty off</translation>
    </message>
    <message>
        <source>借{other}
来还</source>
        <translation>Borrow from
{other}</translation>
    </message>
    <message>
        <source>信用卡个性化分期
最长 60 期</source>
        <translation>Card plan
of up to 60</translation>
    </message>
    <message>
        <source>借呗</source>
        <translation>Jiebei</translation>
    </message>
    <message>
        <source>花呗</source>
        <translation>Huabei</translation>
    </message>
    <message>
        <source>不填：按 {periods} 期算</source>
        <translation>Empty: {periods} {periods:instalment|instalments}</translation>
    </message>
    <message>
        <source>最多 {most}</source>
        <translation>≤ {most}</translation>
    </message>
    <message>
        <source>付得出 {now} 元的话，最省的是“{name}”：比按时还{cost}。</source>
        <translation>With {now} yuan in hand, &quot;{name}&quot; costs least: {cost} than paying on time.</translation>
    </message>
    <message>
        <source>付得出 {now} 元的话，最省的是“{name}”：比最初的计划{cost}。</source>
        <translation>With {now} yuan in hand, &quot;{name}&quot; costs least: {cost} than the first plan.</translation>
    </message>
    <message>
        <source>付得出 {now} 元的话，按时还就好，一分不多付。</source>
        <translation>With {now} yuan in hand, just pay on the due day: it costs nothing more.</translation>
    </message>
    <message>
        <source>一时拿不出钱，可以谈“{name}”：{cost}，以后每月 {most} 元。</source>
        <translation>If you cannot pay now, ask for &quot;{name}&quot;: {cost}, {most} yuan each month after.</translation>
    </message>
    <message>
        <source>一时拿不出钱，可以谈“{name}”：{cost}，以后每月最多 {most} 元。</source>
        <translation>If you cannot pay now, ask for &quot;{name}&quot;: {cost}, up to {most} yuan each month after.</translation>
    </message>
    <message>
        <source>这样一共付 {all} 元（{day}以前已付 {before}），都按时付是 {agreed} 元</source>
        <translation>{all} yuan in all ({before} of them paid before {day}); all on time is {agreed} yuan</translation>
    </message>
    <message>
        <source>少付 {amount} 元</source>
        <translation>{amount} yuan less</translation>
    </message>
    <message>
        <source>多付 {amount} 元</source>
        <translation>{amount} yuan more</translation>
    </message>
    <message>
        <source>选两条不同的路，看哪天打平。</source>
        <translation>Choose two different ways to see where they break even.</translation>
    </message>
    <message>
        <source>“{name}”：{why}。</source>
        <translation>&quot;{name}&quot;: {why}.</translation>
    </message>
    <message>
        <source>现在就“{first}”{cost}，总比“{second}”省。</source>
        <translation>&quot;{first}&quot; now, {cost}, always costs less than &quot;{second}&quot;.</translation>
    </message>
    <message>
        <source>现在做，“{second}”不比“{first}”贵；明天起就说不准了。</source>
        <translation>Done now, &quot;{second}&quot; is no dearer than &quot;{first}&quot;; from tomorrow on it may be.</translation>
    </message>
    <message>
        <source>现在就“{first}”{cost}。{day}以前（{waited} 天内）能“{second}”，就不比它贵；再晚就贵了。</source>
        <translation>&quot;{first}&quot; now costs {cost}. Until {day} (within {waited} {waited:day|days}) &quot;{second}&quot; is no dearer; after that it is.</translation>
    </message>
    <message>
        <source>太远了，算不到那时候</source>
        <translation>too far away to work out</translation>
    </message>
    <message>
        <source>这样还不清</source>
        <translation>this would not pay everything off</translation>
    </message>
    <message>
        <source>那天没有要还的</source>
        <translation>nothing is due that day</translation>
    </message>
    <message>
        <source>只有花呗账单有最低还款</source>
        <translation>only Huabei bills have a minimum payment</translation>
    </message>
    <message>
        <source>要在还款日 {due} 当天 24:00 前还；现在补最低还款，仍算逾期</source>
        <translation>to be paid before midnight of {due}; a minimum payment after that is late all the same</translation>
    </message>
    <message>
        <source>还没有罚息可减</source>
        <translation>there is no penalty yet to let off</translation>
    </message>
    <message>
        <source>没有另一个产品可借</source>
        <translation>there is no other product to borrow from</translation>
    </message>
    <message>
        <source>{name}一般最少借 {least} 元</source>
        <translation>{name} usually lends {least} yuan at least</translation>
    </message>
    <message>
        <source>{name}一般最多借 {most} 元</source>
        <translation>{name} usually lends {most} yuan at most</translation>
    </message>
    <message>
        <source>用{other}来还：新借的 {amount} 元自己要多付 {cost} 元（实际年化 {rate}），债没有变少。</source>
        <translation>Paid with {other}: the {amount} yuan borrowed anew cost {cost} of their own (effective annual rate {rate}); the debt is no smaller.</translation>
    </message>
    <message>
        <source>只适用于信用卡；是信用卡的话，条件要和银行谈</source>
        <translation>for credit cards only; for a card the terms are the bank&apos;s</translation>
    </message>
    <message>
        <source>只适用于信用卡，借呗、花呗用不了</source>
        <translation>for credit cards only, not for Jiebei or Huabei</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>看示例计划</source>
        <translation>See the sample plan</translation>
    </message>
    <message>
        <source>填自己的借款</source>
        <translation>Enter my own loan</translation>
    </message>
    <message>
        <source>打开存过的计划…</source>
        <translation>Open a saved plan…</translation>
    </message>
    <message>
        <source>接着上次的</source>
        <translation>Go on with the last one</translation>
    </message>
    <message>
        <source>复制位置</source>
        <translation>Copy path</translation>
    </message>
    <message>
        <source>没存的改动和备份，程序替你留在：{folder}</source>
        <translation>Unsaved edits and backups are kept for you in: {folder}</translation>
    </message>
    <message>
        <source>从哪里开始？</source>
        <translation>Where would you like to begin?</translation>
    </message>
    <message>
        <source>借 12,000 元，两期没还：怎么借便宜、拖一天多少钱、怎么谈。约两分钟。</source>
        <translation>12,000 yuan borrowed, two instalments missed: what is cheaper, what a day late costs, what to ask for. About two minutes.</translation>
    </message>
    <message>
        <source>照着 App 填金额和利率，每期还多少、晚几天多付多少，马上就有。</source>
        <translation>Copy the amount and the rate from your app, and see at once what each instalment is and what being late costs.</translation>
    </message>
    <message>
        <source>以前存过的文件，接着看。</source>
        <translation>Go on with a file that you saved before.</translation>
    </message>
    <message>
        <source>都留在你手里</source>
        <translation>Everything stays with you</translation>
    </message>
    <message>
        <source>不用注册，不联网。你填的东西只在这台电脑上。</source>
        <translation>No account, no network. What you enter stays on this computer.</translation>
    </message>
    <message>
        <source>计划存成一个文件，放哪里由你定，随时可以拷走、删掉。</source>
        <translation>A plan is one file, where you want it. Copy or delete it whenever you like.</translation>
    </message>
    <message>
        <source>独立软件，与蚂蚁集团无关。算的是数，不是法律意见。</source>
        <translation>Independent software, not linked with Ant Group. It gives figures, not legal advice.</translation>
    </message>
</context>
<context>
    <name>WhatIf</name>
    <message>
        <source>借多少</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>这列期数</source>
        <translation>Term</translation>
    </message>
    <message>
        <source>这列价格</source>
        <translation>Price</translation>
    </message>
    <message>
        <source>提前：第几期</source>
        <translation>Pay early at</translation>
    </message>
    <message>
        <source>那期多还</source>
        <translation>Extra paid then</translation>
    </message>
    <message>
        <source>晚几天</source>
        <translation>Days late</translation>
    </message>
    <message>
        <source>{amount} 元</source>
        <translation>{amount} yuan</translation>
    </message>
    <message>
        <source>{periods} 期</source>
        <translation>× {periods}</translation>
    </message>
    <message>
        <source>第 {period} 期</source>
        <translation>no. {period}</translation>
    </message>
    <message>
        <source>不多还</source>
        <translation>nothing</translation>
    </message>
    <message>
        <source>全部还清</source>
        <translation>all of it</translation>
    </message>
    <message>
        <source>{days} 天</source>
        <translation>{days} d</translation>
    </message>
</context>
<context>
    <name>Why</name>
    <message>
        <source>其中 {amount} 元是重新分期前欠的利息。</source>
        <translation>{amount} yuan of it are interest from before the new plan.</translation>
    </message>
    <message>
        <source>{piece}，{rounding}是 {amount} 元。</source>
        <translation>{piece}, {rounding}: {amount} yuan.</translation>
    </message>
    <message>
        <source>合计 {exact}，{rounding}是 {amount} 元。</source>
        <translation>Together {exact}, {rounding}: {amount} yuan.</translation>
    </message>
    <message>
        <source>{piece}。</source>
        <translation>{piece}.</translation>
    </message>
    <message>
        <source>提前还 {payment} 元：先付到这天的利息 {interest}，其余 {principal} 还本金。</source>
        <translation>{payment} yuan early: first the interest to this day, {interest}; the rest, {principal}, repays principal.</translation>
    </message>
    <message>
        <source>结清：本金 {principal} + 利息 {interest} + 手续费 {fee}。</source>
        <translation>Settled: principal {principal} + interest {interest} + fee {fee}.</translation>
    </message>
    <message>
        <source>重新分期：没还的 {unpaid} 元转入新的计划；连同利息和罚息一共欠 {balance} 元。</source>
        <translation>New plan: {unpaid} yuan unpaid move into it; with interest and penalty to this day {balance} yuan are owed.</translation>
    </message>
    <message>
        <source>最后一期把剩下的本金 {principal} 还清，零头都在这一期。</source>
        <translation>The last instalment repays what is left, {principal}, odd fen included.</translation>
    </message>
    <message>
        <source>应还 {payment} = 本金 {principal} + 利息 {interest} + 手续费 {fee}。</source>
        <translation>Due {payment} = principal {principal} + interest {interest} + fee {fee}.</translation>
    </message>
    <message>
        <source>每期 {amount} 元：让 {balance} 元在 {periods} 期里每期一样多、正好还清（取整前 {exact}）。</source>
        <translation>{amount} yuan each: {balance} is paid off in {periods} equal instalments ({exact} before rounding).</translation>
    </message>
    <message>
        <source>每期 {amount} 元：{balance} 元分 {periods} 期，按年利率 ÷ 每年期数的等额公式（取整前 {exact}）。</source>
        <translation>{amount} yuan each: {balance} over {periods} {periods:instalment|instalments} by the annuity formula at annual rate ÷ periods a year ({exact} before rounding).</translation>
    </message>
    <message>
        <source>优惠减掉利息，这期实付 {payment} = 本金 {principal} + 利息 {interest} + 手续费 {fee}。</source>
        <translation>The coupon takes interest off: {payment} are paid = principal {principal} + interest {interest} + fee {fee}.</translation>
    </message>
    <message>
        <source>规则：{name}（{id}，{version} 核对）。</source>
        <translation>Rule: {name} ({id}, checked {version}).</translation>
    </message>
    <message>
        <source>利息 {start} 到 {end}：{balance} × {per} {rate}% × {time}{coupon} = {exact}</source>
        <translation>Interest {start} to {end}: {balance} × {per} {rate}% × {time}{coupon} = {exact}</translation>
    </message>
    <message>
        <source> ×（1 − 优惠 {off}%）</source>
        <translation> × (1 − coupon {off}%)</translation>
    </message>
    <message>
        <source>{share}（30/360 的天数）</source>
        <translation>{share} (days by 30/360)</translation>
    </message>
    <message>
        <source>{share}（{days} 天，按当年的天数）</source>
        <translation>{share} ({days} {days:day|days}, by the days of the year)</translation>
    </message>
    <message>
        <source>一期（不看天数）</source>
        <translation>one period (whatever its days)</translation>
    </message>
    <message>
        <source>{days} 天</source>
        <translation>{days} {days:day|days}</translation>
    </message>
    <message>
        <source>{days} 天 ÷ {year}</source>
        <translation>{days} {days:day|days} ÷ {year}</translation>
    </message>
    <message>
        <source>12 个月 × {days} 天 ÷ {year}</source>
        <translation>12 months × {days} {days:day|days} ÷ {year}</translation>
    </message>
    <message>
        <source>手续费 {principal} × {rate}% ÷ {periods} 期 = {exact}，收 {amount} 元。</source>
        <translation>Fee {principal} × {rate}% ÷ {periods} {periods:instalment|instalments} = {exact}; {amount} yuan charged.</translation>
    </message>
    <message>
        <source>手续费 {principal} × {rate}% ×（1 − 优惠 {whole}%）÷ {periods} 期 = {exact}，收 {amount} 元。</source>
        <translation>Fee {principal} × {rate}% × (1 − coupon {whole}%) ÷ {periods} = {exact}, charged {amount} yuan.</translation>
    </message>
    <message>
        <source>手续费 {principal} × {rate}% ÷ {periods} 期 = {exact}，优惠 {first}%，收 {amount} 元。</source>
        <translation>Fee {principal} × {rate}% ÷ {periods} = {exact}, coupon {first}%, charged {amount} yuan.</translation>
    </message>
    <message>
        <source>提前结清，后面一期的手续费 {exact} 照收：{amount} 元。</source>
        <translation>Settled early; the fee of a later instalment, {exact}, is still charged: {amount} yuan.</translation>
    </message>
    <message>
        <source>{share} × 一期（不看天数）</source>
        <translation>{share} × one period (whatever its days)</translation>
    </message>
    <message>
        <source>{share}（不满一期，按天数分）</source>
        <translation>{share} (a part of a period, shared by days)</translation>
    </message>
    <message>
        <source>提前结清另收 {exact}，取到分是 {amount} 元。</source>
        <translation>The charge for settling early is {exact}, to the fen {amount} yuan.</translation>
    </message>
    <message>
        <source>重新分期前的罚息 {amount} 元。</source>
        <translation>Penalty from before the new plan: {amount} yuan.</translation>
    </message>
    <message>
        <source>重新分期前欠的手续费 {amount} 元。</source>
        <translation>Fee from before the new plan: {amount} yuan.</translation>
    </message>
    <message>
        <source>重新分期后手续费一共 {all} 元 ÷ {periods} 期 = {exact}，收 {amount} 元。</source>
        <translation>Fee of the new plan, {all} yuan in all ÷ {periods} {periods:instalment|instalments} = {exact}; {amount} yuan charged.</translation>
    </message>
    <message>
        <source>手续费 {principal} × {rate}%{off}，取整是 {all} 元，÷ {periods} 期 = {exact}{less}，收 {amount} 元。</source>
        <translation>Fee {principal} × {rate}%{off}, rounded to {all} yuan, ÷ {periods} {periods:instalment|instalments} = {exact}{less}; {amount} yuan charged.</translation>
    </message>
    <message>
        <source>，优惠 {first}%</source>
        <translation>, {first}% off</translation>
    </message>
    <message>
        <source>价格</source>
        <translation>Price</translation>
    </message>
    <message>
        <source>计息天数</source>
        <translation>Counting of days</translation>
    </message>
    <message>
        <source>取整</source>
        <translation>Rounding</translation>
    </message>
    <message>
        <source>还款方式</source>
        <translation>Method</translation>
    </message>
    <message>
        <source>{what}：你自己填的。</source>
        <translation>{what}: entered by you.</translation>
    </message>
    <message>
        <source>{what}：另一种说法，来自 {sources}。</source>
        <translation>{what}: another view, from {sources}.</translation>
    </message>
    <message>
        <source>{what}：来自 {sources}（{confidence}）。</source>
        <translation>{what}: from {sources} ({confidence}).</translation>
    </message>
    <message>
        <source>无日期</source>
        <translation>undated</translation>
    </message>
    <message>
        <source>{title}，{dated}</source>
        <translation>{title}, {dated}</translation>
    </message>
    <message>
        <source>较可靠</source>
        <translation>well supported</translation>
    </message>
    <message>
        <source>一般</source>
        <translation>fairly supported</translation>
    </message>
    <message>
        <source>不太可靠</source>
        <translation>weakly supported</translation>
    </message>
    <message>
        <source>{name}：{figure}</source>
        <translation>{name}: {figure}</translation>
    </message>
    <message>
        <source>下面的数都能点：点哪个，就说哪个是怎么来的。</source>
        <translation>Click any figure below to see how it came about.</translation>
    </message>
    <message>
        <source>这个数是怎么来的</source>
        <translation>Why this number</translation>
    </message>
    <message>
        <source>点一下，看这句话里的数是怎么来的</source>
        <translation>Click to see how the figures in this sentence came about</translation>
    </message>
    <message>
        <source>点一下，或者按回车，看这个数是怎么来的</source>
        <translation>Click, or press Enter, to see how this figure came about</translation>
    </message>
    <message>
        <source>这里没有要算的数。</source>
        <translation>There is no figure to work out here.</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>我的还款计划</source>
        <translation>My repayment plan</translation>
    </message>
    <message>
        <source>还款计划 (*{suffix})</source>
        <translation>Repayment plans (*{suffix})</translation>
    </message>
    <message>
        <source>打开计划</source>
        <translation>Open plan</translation>
    </message>
    <message>
        <source>没保存的改动</source>
        <translation>Unsaved changes</translation>
    </message>
    <message>
        <source>保存计划</source>
        <translation>Save plan</translation>
    </message>
    <message>
        <source>CSV 表格 (*.csv)</source>
        <translation>CSV tables (*.csv)</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>已导出 {name}</source>
        <translation>Exported {name}</translation>
    </message>
    <message>
        <source>Excel 工作簿 (*.xlsx)</source>
        <translation>Excel workbook (*.xlsx)</translation>
    </message>
    <message>
        <source>导出这一页</source>
        <translation>Export this page</translation>
    </message>
    <message>
        <source>用这里的计划盖掉它之前，会先给它留一份备份。</source>
        <translation>Before it is overwritten by the plan here, a backup of it is kept.</translation>
    </message>
    <message>
        <source>盖掉</source>
        <translation>Overwrite</translation>
    </message>
    <message>
        <source>已经有一个文件叫 {name}。</source>
        <translation>There is a file called {name} already.</translation>
    </message>
    <message>
        <source>存到别处…</source>
        <translation>Save elsewhere…</translation>
    </message>
    <message>
        <source>什么都没有丢，改动还在。</source>
        <translation>Nothing is lost, the changes are still here.</translation>
    </message>
    <message>
        <source>{why}。这里的计划也没有动；有别的副本的话，打开那份试试。</source>
        <translation>{why}. The plan here is as it was, too; if there is another copy, try to open that.</translation>
    </message>
    <message>
        <source>“{name}”有还没保存的改动。</source>
        <translation>&quot;{name}&quot; has unsaved changes.</translation>
    </message>
    <message>
        <source>不保存的话，这些改动就没有了。</source>
        <translation>Without saving, they are gone.</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>不保存</source>
        <translation>Don&apos;t save</translation>
    </message>
    <message>
        <source>这份改动已经存过了，或者读不了。别的都没有动。</source>
        <translation>These edits were saved already, or can not be read. Nothing else was changed.</translation>
    </message>
    <message>
        <source>最近一份好的备份是 {when} 的。打开它，原来的文件先不动。</source>
        <translation>The newest good backup is of {when}. It can be opened; the file stays as it is for now.</translation>
    </message>
    <message>
        <source>打开备份</source>
        <translation>Open the backup</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>换掉的话，原来的内容就没有了。</source>
        <translation>What is in there now would be lost.</translation>
    </message>
    <message>
        <source>换掉</source>
        <translation>Replace</translation>
    </message>
    <message>
        <source>借花规划</source>
        <translation>Jiehua Planner</translation>
    </message>
    <message>
        <source>新建计划</source>
        <translation>New plan</translation>
    </message>
    <message>
        <source>看示例计划</source>
        <translation>See the sample plan</translation>
    </message>
    <message>
        <source>打开…</source>
        <translation>Open…</translation>
    </message>
    <message>
        <source>另存为…</source>
        <translation>Save as…</translation>
    </message>
    <message>
        <source>快照…</source>
        <translation>Snapshots…</translation>
    </message>
    <message>
        <source>备份…</source>
        <translation>Backups…</translation>
    </message>
    <message>
        <source>密码…</source>
        <translation>Password…</translation>
    </message>
    <message>
        <source>存一份匿名的…</source>
        <translation>Save an anonymous copy…</translation>
    </message>
    <message>
        <source>导出…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>导出整个计划…</source>
        <translation>Export the whole plan…</translation>
    </message>
    <message>
        <source>打印这一页…</source>
        <translation>Print this page…</translation>
    </message>
    <message>
        <source>从 CSV 导入…</source>
        <translation>Import from CSV…</translation>
    </message>
    <message>
        <source>支付宝账单…</source>
        <translation>Alipay statement…</translation>
    </message>
    <message>
        <source>提醒…</source>
        <translation>Reminders…</translation>
    </message>
    <message>
        <source>关于借花规划</source>
        <translation>About Jiehua Planner</translation>
    </message>
    <message>
        <source>退出</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>（只读）</source>
        <translation> (read-only)</translation>
    </message>
    <message>
        <source>独立软件，与蚂蚁集团无关</source>
        <translation>Independent of Ant Group</translation>
    </message>
    <message>
        <source>计划的名字</source>
        <translation>Name of the plan</translation>
    </message>
    <message>
        <source>外观</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>跟随系统</source>
        <translation>As the system</translation>
    </message>
    <message>
        <source>有未保存的改动（已自动留存）</source>
        <translation>Unsaved changes (safe on disk)</translation>
    </message>
    <message>
        <source>浅色</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>深色</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>文字大小</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>语言 / Language</source>
        <translation>语言 / Language</translation>
    </message>
    <message>
        <source>菜单</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>改计划的名字</source>
        <translation>Rename plan</translation>
    </message>
    <message>
        <source>有未保存的改动</source>
        <translation>Unsaved changes</translation>
    </message>
    <message>
        <source>把这一页存成文件</source>
        <translation>Save this page as a file</translation>
    </message>
    <message>
        <source>已存在 {name}</source>
        <translation>Saved in {name}</translation>
    </message>
    <message>
        <source>还没有改动</source>
        <translation>No changes yet</translation>
    </message>
    <message>
        <source>今天 {day}</source>
        <translation>Today {day}</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
    <message>
        <source>有产品规则读不了，其余照常可用。{found}</source>
        <translation>A product rule cannot be read; the others work as usual. {found}</translation>
    </message>
    <message>
        <source>匿名计划</source>
        <translation>anonymous plan</translation>
    </message>
    <message>
        <source>存一份匿名的计划（去掉名字，金额换成别的数）</source>
        <translation>Save an anonymous copy of the plan (no names, other amounts)</translation>
    </message>
    <message>
        <source>从 CSV 导入借款或预算</source>
        <translation>Import loans or a budget from CSV</translation>
    </message>
    <message>
        <source>没能写到 {name}：{reason}。计划没有动，换个地方再存一次就行。</source>
        <translation>Could not write {name}: {reason}. The plan is as it was; just save to another place.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>每月等额</source>
        <translation>Equal payments</translation>
    </message>
    <message>
        <source>等额本金</source>
        <translation>Equal principal</translation>
    </message>
    <message>
        <source>先息后本</source>
        <translation>Interest first</translation>
    </message>
    <message>
        <source>等本等费</source>
        <translation>Flat fee</translation>
    </message>
    <message>
        <source>随借随还 / 到期一次还</source>
        <translation>Pay any time / all at the end</translation>
    </message>
    <message>
        <source>日利率</source>
        <translation>Daily rate</translation>
    </message>
    <message>
        <source>月利率</source>
        <translation>Monthly rate</translation>
    </message>
    <message>
        <source>年利率</source>
        <translation>Annual rate</translation>
    </message>
    <message>
        <source>日利率 {rate}%</source>
        <translation>{rate}% a day</translation>
    </message>
    <message>
        <source>月利率 {rate}%</source>
        <translation>{rate}% a month</translation>
    </message>
    <message>
        <source>年利率 {rate}%</source>
        <translation>{rate}% a year</translation>
    </message>
    <message>
        <source>四舍五入</source>
        <translation>rounded half up</translation>
    </message>
    <message>
        <source>四舍六入五成双</source>
        <translation>rounded half to even</translation>
    </message>
    <message>
        <source>五舍六入</source>
        <translation>rounded half down</translation>
    </message>
    <message>
        <source>舍去尾数</source>
        <translation>cut off</translation>
    </message>
    <message>
        <source>有零就进</source>
        <translation>rounded up</translation>
    </message>
    <message>
        <source>不取整</source>
        <translation>not rounded</translation>
    </message>
    <message>
        <source>{name}到分</source>
        <translation>{name} to the fen</translation>
    </message>
    <message>
        <source>{name}到 {step} 元</source>
        <translation>{name} to {step} yuan</translation>
    </message>
    <message>
        <source>{name} {periods} 期</source>
        <translation>{name} × {periods}</translation>
    </message>
    <message>
        <source>{year} 年 {month} 月</source>
        <translation>{year}-{month:02d}</translation>
    </message>
    <message>
        <source>总费率 {rate}%</source>
        <translation>fee {rate}%</translation>
    </message>
    <message>
        <source>花呗全额还</source>
        <translation>Huabei bill in full</translation>
    </message>
    <message>
        <source>花呗最低还款</source>
        <translation>Huabei minimum</translation>
    </message>
    <message>
        <source>{statement} 日出账 · {due} 日还</source>
        <translation>billed on day {statement} · due on day {due}</translation>
    </message>
    <message>
        <source>{name}（{day} 借的）</source>
        <translation>{name} (of {day})</translation>
    </message>
    <message>
        <source>每期还 {amount} 元</source>
        <translation>{amount} yuan each time</translation>
    </message>
    <message>
        <source>每期还 {least} 到 {most} 元</source>
        <translation>{least} to {most} yuan each time</translation>
    </message>
    <message>
        <source>{each}，{last}还清，一共多付 {cost} 元。</source>
        <translation>{each}, paid off on {last}, at a cost of {cost} yuan.</translation>
    </message>
    <message>
        <source>名义年化 {nominal}（单利），实际年化 {effective}（复利，按还款日，一年 365 天）。</source>
        <translation>Nominal annual rate {nominal} (simple), effective {effective} (compound, on the due dates, 365 days a year).</translation>
    </message>
    <message>
        <source>{year} 年 {month} 月 {day} 日</source>
        <translation>{iso}</translation>
    </message>
</context>
<context>
    <name>Workbook</name>
    <message>
        <source>借花规划：还款的计算</source>
        <translation>Jiehua Planner: repayment figures</translation>
    </message>
    <message>
        <source>由借花规划在本机离线生成；文件属性里没有个人信息。</source>
        <translation>Made offline on this computer by Jiehua Planner; the file&apos;s properties hold no personal data.</translation>
    </message>
    <message>
        <source>表</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>Total</translation>
    </message>
</context>
<context>
    <name>Workdays</name>
    <message>
        <source>元旦</source>
        <translation>New Year&apos;s Day</translation>
    </message>
    <message>
        <source>春节</source>
        <translation>Spring Festival</translation>
    </message>
    <message>
        <source>清明节</source>
        <translation>Qingming Festival</translation>
    </message>
    <message>
        <source>劳动节</source>
        <translation>Labour Day</translation>
    </message>
    <message>
        <source>端午节</source>
        <translation>Dragon Boat Festival</translation>
    </message>
    <message>
        <source>国庆节</source>
        <translation>National Day</translation>
    </message>
    <message>
        <source>中秋节</source>
        <translation>Mid-Autumn Festival</translation>
    </message>
    <message>
        <source>法定假日</source>
        <translation>a public holiday</translation>
    </message>
</context>
</TS>
