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
        <source>借花规划 {version}</source>
        <translation>Jiehua Planner {version}</translation>
    </message>
    <message>
        <source>把借呗和花呗的还款算到分：每期多少，一共多付多少，哪个便宜。</source>
        <translation>Works out Jiebei and Huabei repayments to the fen: each instalment, the whole cost, and which is cheaper.</translation>
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
        <source>MIT 许可。使用 Qt（LGPL）、PySide6 {pyside}、pydantic {pydantic}、Python {python}。</source>
        <translation>MIT licence. Uses Qt (LGPL), PySide6 {pyside}, pydantic {pydantic}, Python {python}.</translation>
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
        <source>这个版本还不能算途中的变动</source>
        <translation>This version cannot work out events yet</translation>
    </message>
    <message>
        <source>要是一个非空的数组，每一项有 amount 和 date 或 period</source>
        <translation>Must be a non-empty array, each item with amount and date or period</translation>
    </message>
    <message>
        <source>每一项都要有 date，或者都有 period（0 起的整数）</source>
        <translation>Every item needs a date, or every item a period (an integer from 0)</translation>
    </message>
    <message>
        <source>要大于 0</source>
        <translation>Must be greater than 0</translation>
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
    <name>Cli</name>
    <message>
        <source>借呗和花呗的还款规划</source>
        <translation>Plan Jiebei and Huabei repayments</translation>
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
        <source>读 JSON 请求，写 JSON 结果</source>
        <translation>read JSON requests, write JSON results</translation>
    </message>
    <message>
        <source>请求文件；不写就读标准输入</source>
        <translation>the file of requests; standard input without it</translation>
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
        <source>读不了 {name}：{reason}</source>
        <translation>Can not read {name}: {reason}</translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <source>两边比较</source>
        <translation>Both compared</translation>
    </message>
    <message>
        <source>哪天还</source>
        <translation>When to pay</translation>
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
        <source>对比 {labels}</source>
        <translation>Comparison {labels}</translation>
    </message>
    <message>
        <source>修改对比：{field}</source>
        <translation>Change comparison: {field}</translation>
    </message>
    <message>
        <source>算不出来</source>
        <translation>cannot be worked out</translation>
    </message>
    <message>
        <source>期</source>
        <translation>No.</translation>
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
        <source>手续费</source>
        <translation>Fee</translation>
    </message>
    <message>
        <source>利息</source>
        <translation>Interest</translation>
    </message>
    <message>
        <source>还剩本金</source>
        <translation>Balance</translation>
    </message>
    <message>
        <source>每期还款</source>
        <translation>Each instalment</translation>
    </message>
    <message>
        <source>总共还</source>
        <translation>Paid in all</translation>
    </message>
    <message>
        <source>利息和手续费</source>
        <translation>Interest and fee</translation>
    </message>
    <message>
        <source>名义年化（单利）</source>
        <translation>Nominal annual rate</translation>
    </message>
    <message>
        <source>实际年化（复利）</source>
        <translation>Effective annual rate</translation>
    </message>
    <message>
        <source>首个还款日</source>
        <translation>First due date</translation>
    </message>
    <message>
        <source>最后还款日</source>
        <translation>Last due date</translation>
    </message>
    <message>
        <source>{least} 到 {most}</source>
        <translation>{least} to {most}</translation>
    </message>
    <message>
        <source>{first}，最后一期 {last}</source>
        <translation>{first}, the last {last}</translation>
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
        <translation>Instalment shown by the app (optional)</translation>
    </message>
    <message>
        <source>% 每天</source>
        <translation>% a day</translation>
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
        <source>不填：借款日起一个月</source>
        <translation>Empty: a month later</translation>
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
        <translation>{name} usually offers {listed} instalments; your own app decides</translation>
    </message>
    <message>
        <source>{name}的日利率一般在 {low}% 到 {high}% 之间，请再看一眼单位</source>
        <translation>The daily rate of {name} usually lies between {low}% and {high}%: please check the unit</translation>
    </message>
    <message>
        <source>公布的 {periods} 期总费率是 {known}%，以自己 App 为准</source>
        <translation>The published fee for {periods} instalments is {known}%; your own app decides</translation>
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
        <source>全部在这台电脑上算，不联网。先看看示例，或者直接填自己的。</source>
        <translation>All of it is worked out on this computer, without a network. Look at the sample, or enter a loan of your own.</translation>
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
        <source>添加一笔借款（Ctrl+L）</source>
        <translation>Add a loan (Ctrl+L)</translation>
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
        <translation>{amount} for every 100</translation>
    </message>
    <message>
        <source>其中本金 {amount}</source>
        <translation>of it principal {amount}</translation>
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
        <translation>Sum</translation>
    </message>
    <message>
        <source>第 {period} 期 {due}：本金 {principal} + 利息和手续费 {cost} = {payment} 元</source>
        <translation>No. {period}, {due}: principal {principal} + interest and fee {cost} = {payment} yuan</translation>
    </message>
    <message>
        <source>从哪里开始？</source>
        <translation>Where to begin?</translation>
    </message>
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
        <source>借 12,000 元分 5 期：每期到底多少，“约 1,300”对不对。</source>
        <translation>12,000 yuan in 5 instalments: what each really is, and whether &quot;about 1,300&quot; can be right.</translation>
    </message>
    <message>
        <source>照着 App 填金额、日期、期数和利率，右边马上出还款表。</source>
        <translation>Enter amount, date, term and rate as your app shows them; the schedule follows at once.</translation>
    </message>
    <message>
        <source>接着上次存的文件看。</source>
        <translation>Go on with a file that you saved.</translation>
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
    <name>Pictures</name>
    <message>
        <source>{label}：{first} 到 {last}，共 {count} 次</source>
        <translation>{label}: {first} to {last}, payments: {count}</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
</context>
<context>
    <name>Plan</name>
    <message>
        <source>{name} {periods} 期的费率没有公布，请照自己 App 里的填</source>
        <translation>{name} has no published fee for {periods} instalments: enter the one that your app shows</translation>
    </message>
    <message>
        <source>还没填利率</source>
        <translation>The rate is still missing</translation>
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
        <source>不是 UTF-8 文字</source>
        <translation>it is not UTF-8 text</translation>
    </message>
    <message>
        <source>不是完整的 JSON</source>
        <translation>it is not whole JSON</translation>
    </message>
    <message>
        <source>里面没有还款计划</source>
        <translation>there is no repayment plan in it</translation>
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
        <source>{name} 读不了：{reason}。文件没有被改动。</source>
        <translation>Can not read {name}: {reason}. The file was left as it is.</translation>
    </message>
</context>
<context>
    <name>Rates</name>
    <message>
        <source>钱只进不出或只出不进，算不出利率</source>
        <translation>Money only comes in or only goes out: there is no rate</translation>
    </message>
    <message>
        <source>钱进进出出不止一个来回，利率可能不止一个，还不能算</source>
        <translation>Money goes in and out more than once, so there may be several rates: not worked out yet</translation>
    </message>
    <message>
        <source>利率超出了能算的范围</source>
        <translation>The rate lies outside what can be worked out</translation>
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
        <source>没有叫 {name} 的来源</source>
        <translation>there is no source {name}</translation>
    </message>
</context>
<context>
    <name>Sample</name>
    <message>
        <source>示例：12,000 元分 5 期</source>
        <translation>Sample: 12,000 in 5 instalments</translation>
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
        <source>利息</source>
        <translation>Interest</translation>
    </message>
    <message>
        <source>手续费</source>
        <translation>Fee</translation>
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
        <source>期数</source>
        <translation>Instalments</translation>
    </message>
    <message>
        <source>总共还</source>
        <translation>Paid in all</translation>
    </message>
    <message>
        <source>利息和手续费</source>
        <translation>Interest and fee</translation>
    </message>
    <message>
        <source>名义年化（%）</source>
        <translation>Nominal annual rate (%)</translation>
    </message>
    <message>
        <source>实际年化（%）</source>
        <translation>Effective annual rate (%)</translation>
    </message>
    <message>
        <source>首个还款日</source>
        <translation>First due date</translation>
    </message>
    <message>
        <source>最后还款日</source>
        <translation>Last due date</translation>
    </message>
    <message>
        <source>第 {period} 期还款日</source>
        <translation>No. {period}: due</translation>
    </message>
    <message>
        <source>第 {period} 期应还</source>
        <translation>No. {period}: to pay</translation>
    </message>
    <message>
        <source>算不出来的原因</source>
        <translation>Why it cannot be worked out</translation>
    </message>
    <message>
        <source>项目</source>
        <translation>Figure</translation>
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
        <translation>There are {given} due dates for {periods} instalments</translation>
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
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>{name} 没有这个期数的费率（已知：{listed} 期），请自己填 fee_rate</source>
        <translation>{name} has no fee for this number of instalments (known: {listed}); give fee_rate yourself</translation>
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
        <source>要填 true 或 false</source>
        <translation>Must be true or false</translation>
    </message>
    <message>
        <source>至少要有一项</source>
        <translation>At least one is needed</translation>
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
        <source>{best}和{other}一样贵：都多付 {cost} 元。</source>
        <translation>{best} and {other} cost the same: {cost} yuan each.</translation>
    </message>
    <message>
        <source>同样 {periods} 期，{best}比{other}少付 {saved} 元。</source>
        <translation>Over {periods} instalments, {best} costs {saved} yuan less than {other}.</translation>
    </message>
    <message>
        <source>{best}总共少付 {saved} 元。</source>
        <translation>{best} costs {saved} yuan less in all.</translation>
    </message>
    <message>
        <source>没有计入优惠券和提前还款。</source>
        <translation>Coupons and early repayment are not counted.</translation>
    </message>
    <message>
        <source>实际年化：{best} {low}，{other} {high}。</source>
        <translation>Effective annual rates: {best} {low}, {other} {high}.</translation>
    </message>
    <message>
        <source>因为它的实际年化更低：{low}，{other}是 {high}。</source>
        <translation>Its effective annual rate is lower: {low}, against {high} for {other}.</translation>
    </message>
    <message>
        <source>手续费一直按最初的本金收，还掉的部分也照收。</source>
        <translation>A fee is charged on the first principal to the end, also on what was repaid.</translation>
    </message>
    <message>
        <source>因为借得短，不是因为便宜：实际年化 {best} {low}，{other} 只有 {high}；它每期要还 {each} 元。</source>
        <translation>Because it is shorter, not because it is cheap: {best} has an effective annual rate of {low}, {other} only {high}; and each of its instalments is {each} yuan.</translation>
    </message>
    <message>
        <source>因为本金还得早，欠着的钱少；单看实际年化，{other} 更低：{high}，{best} 是 {low}。</source>
        <translation>Because principal is repaid sooner, so less is owed; by the effective annual rate {other} is lower: {high}, against {low} for {best}.</translation>
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
        <source>保存计划</source>
        <translation>Save plan</translation>
    </message>
    <message>
        <source>导出表格</source>
        <translation>Export table</translation>
    </message>
    <message>
        <source>CSV 表格 (*.csv)</source>
        <translation>CSV tables (*.csv)</translation>
    </message>
    <message>
        <source>没能写到 {name}：{reason}。</source>
        <translation>Could not write {name}: {reason}.</translation>
    </message>
    <message>
        <source>已导出 {name}</source>
        <translation>Exported {name}</translation>
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
        <source>取消</source>
        <translation>Cancel</translation>
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
        <source>导出 CSV</source>
        <translation>Export CSV</translation>
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
        <source>独立软件，与蚂蚁集团无关</source>
        <translation>Independent of Ant Group</translation>
    </message>
    <message>
        <source>计划的名字</source>
        <translation>Name of the plan</translation>
    </message>
    <message>
        <source>把这一页的表存成 CSV（Ctrl+E）</source>
        <translation>Save this page’s table as CSV (Ctrl+E)</translation>
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
        <source>浅色</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>深色</source>
        <translation>Dark</translation>
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
        <source>{name} {periods} 期</source>
        <translation>{name} × {periods}</translation>
    </message>
    <message>
        <source>总费率 {rate}%</source>
        <translation>fee {rate}%</translation>
    </message>
    <message>
        <source>手续费 {principal} × {rate}% ÷ {periods} 期，取到分，最后一期补平</source>
        <translation>Fee {principal} × {rate}% ÷ {periods} instalments, to the fen; the last one absorbs the rest</translation>
    </message>
    <message>
        <source>利息 {balance} × {rate}% × {days} 天 = {exact}，四舍五入到分</source>
        <translation>Interest {balance} × {rate}% × {days} days = {exact}, rounded half up to the fen</translation>
    </message>
    <message>
        <source>利息 {balance} × {rate}% ÷ 365 × {days} 天 = {exact}，四舍五入到分</source>
        <translation>Interest {balance} × {rate}% ÷ 365 × {days} days = {exact}, rounded half up to the fen</translation>
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
</TS>
