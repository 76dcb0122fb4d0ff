<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AmendPanel</name>
    <message>
        <source>Save</source>
        <extracomment>保存</extracomment>
        <translation>保存</translation>
    </message>
    <message>
        <source>Lay a hub card on the reader now to give it to this person.</source>
        <extracomment>现在把邻里汇卡放到读卡器上，就发给这位居民。</extracomment>
        <translation>现在把邻里汇卡放到读卡器上，就发给这位居民。</translation>
    </message>
</context>
<context>
    <name>ClosingBanner</name>
    <message>
        <source>Closing time, and people are still inside</source>
        <extracomment>已到闭馆时间，还有人在馆</extracomment>
        <translation>已到闭馆时间，还有人在馆</translation>
    </message>
    <message>
        <source>Closing list</source>
        <extracomment>闭馆清点</extracomment>
        <translation>闭馆清点</translation>
    </message>
    <message>
        <source>Later</source>
        <extracomment>稍后</extracomment>
        <translation>稍后</translation>
    </message>
</context>
<context>
    <name>ClosingPanel</name>
    <message>
        <source>left</source>
        <extracomment>已离开</extracomment>
        <translation>已离开</translation>
    </message>
    <message>
        <source>still here</source>
        <extracomment>还在</extracomment>
        <translation>还在</translation>
    </message>
    <message>
        <source>unknown</source>
        <extracomment>不清楚</extracomment>
        <translation>不清楚</translation>
    </message>
    <message>
        <source>Close the list</source>
        <extracomment>完成清点</extracomment>
        <translation>完成清点</translation>
    </message>
    <message>
        <source>People still on the list</source>
        <translation>还在名单上的人</translation>
    </message>
    <message>
        <source>Visitor</source>
        <extracomment>访客</extracomment>
        <translation>访客</translation>
    </message>
    <message numerus="yes">
        <source>%n without an answer stay in the house; “unknown” is stored as estimated</source>
        <extracomment>还有 3 条没有回答；没回答的仍算在馆，不清楚的离馆时间记为估计</extracomment>
        <translation>
            <numerusform>还有 %n 条没有回答；没回答的仍算在馆，“不清楚”的离馆时间记为估计</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Companions</name>
    <message>
        <source>Companions</source>
        <extracomment>同行人数</extracomment>
        <translation>同行人数</translation>
    </message>
    <message>
        <source>One companion fewer</source>
        <translation>同行人数减一</translation>
    </message>
    <message>
        <source>One companion more</source>
        <translation>同行人数加一</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>程序出错了</translation>
    </message>
    <message>
        <source>The program made a mistake</source>
        <translation>程序出了差错</translation>
    </message>
    <message>
        <source>Everything already registered is stored. Go on working; send the text below to support.</source>
        <translation>已登记的都已保存，可以继续工作。请把下面的文字发给技术支持。</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>错误报告</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续工作</translation>
    </message>
</context>
<context>
    <name>DeviceCard</name>
    <message>
        <source>Card reader</source>
        <translation>读卡器</translation>
    </message>
    <message>
        <source>Slip printer</source>
        <translation>小票打印机</translation>
    </message>
    <message>
        <source>Barcode scanner (serial)</source>
        <translation>扫码枪（串口）</translation>
    </message>
    <message>
        <source>Read a card</source>
        <translation>读一张卡</translation>
    </message>
    <message>
        <source>Print a test slip</source>
        <translation>打印测试凭条</translation>
    </message>
    <message>
        <source>Scan a code</source>
        <translation>扫一个码</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>型号</translation>
    </message>
    <message>
        <source>Port or address</source>
        <translation>端口或地址</translation>
    </message>
    <message>
        <source>Choose, or type COM3, tcp://…</source>
        <translation>选择，或输入 COM3、tcp://…</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新查找</translation>
    </message>
    <message>
        <source>Do without</source>
        <translation>不使用</translation>
    </message>
    <message>
        <source>Scanners that type like a keyboard need no settings.</source>
        <translation>键盘式扫码枪不用设置，插上就能用。</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>not set up</source>
        <translation>未设置</translation>
    </message>
    <message>
        <source>Simulator (for practice)</source>
        <translation>模拟器（练习用）</translation>
    </message>
    <message>
        <source>{title} is plugged in as a USB-HID device, not as a COM port. Switch it to serial mode with its maker&apos;s tool, or ask for a serial (COM) model.</source>
        <translation>{title} 已插上，但它是 USB-HID 设备，不是串口（COM）。请用厂家工具改成串口模式，或换用串口型号。</translation>
    </message>
    <message>
        <source>Looking for ports…</source>
        <translation>正在查找端口…</translation>
    </message>
    <message>
        <source>It is saved once the test succeeds.</source>
        <translation>测试成功后自动保存。</translation>
    </message>
    <message>
        <source>Put a card on the reader…</source>
        <translation>请把证件放到读卡器上…</translation>
    </message>
    <message>
        <source>Sending a test slip…</source>
        <translation>正在发送测试凭条…</translation>
    </message>
    <message>
        <source>Scan any code…</source>
        <translation>请扫任意一个码…</translation>
    </message>
    <message>
        <source>Read: {name}. Saved and in use.</source>
        <translation>已读取：{name}。已保存并启用。</translation>
    </message>
    <message>
        <source>The slip was sent. Saved and in use.</source>
        <translation>测试凭条已发送。已保存并启用。</translation>
    </message>
    <message>
        <source>A code of {count} characters arrived. Saved and in use.</source>
        <translation>收到 {count} 个字符的码。已保存并启用。</translation>
    </message>
    <message>
        <source>It is connected, but nothing arrived. Try again.</source>
        <translation>已连接，但没有收到内容。请再试一次。</translation>
    </message>
    <message>
        <source>{state}: {remedy}</source>
        <translation>{state}：{remedy}</translation>
    </message>
</context>
<context>
    <name>FigureRow</name>
    <message>
        <source>Visits</source>
        <translation>到访人次</translation>
    </message>
    <message>
        <source>every head counts</source>
        <translation>每个人头都算</translation>
    </message>
    <message>
        <source>Check-ins</source>
        <translation>登记笔数</translation>
    </message>
    <message>
        <source>one person or one group each</source>
        <translation>一人或一个团体算一笔</translation>
    </message>
    <message>
        <source>Still in the house</source>
        <translation>在馆人数</translation>
    </message>
    <message>
        <source>not signed out</source>
        <translation>尚未签退</translation>
    </message>
    <message>
        <source>Known visitors</source>
        <translation>到访人数</translation>
    </message>
    <message>
        <source>each counted once</source>
        <translation>有记录的人，每人只算一次</translation>
    </message>
</context>
<context>
    <name>GroupPanel</name>
    <message>
        <source>Group leader</source>
        <extracomment>带队人</extracomment>
        <translation>带队人</translation>
    </message>
    <message>
        <source>Phone</source>
        <extracomment>手机</extracomment>
        <translation>手机</translation>
    </message>
    <message>
        <source>Optional</source>
        <extracomment>可不填</extracomment>
        <translation>可不填</translation>
    </message>
    <message>
        <source>Any age</source>
        <extracomment>不分年龄</extracomment>
        <translation>不分年龄</translation>
    </message>
    <message>
        <source>{age}: one fewer</source>
        <translation>{age}：减一人</translation>
    </message>
    <message>
        <source>{age}: one more</source>
        <translation>{age}：加一人</translation>
    </message>
    <message>
        <source>Check in</source>
        <extracomment>登记</extracomment>
        <translation>登记</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <extracomment>共 14 人</extracomment>
        <translation>
            <numerusform>共 %n 人</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HouseCard</name>
    <message>
        <source>Sign out</source>
        <extracomment>签退</extracomment>
        <translation>签退</translation>
    </message>
    <message>
        <source>Visitor</source>
        <extracomment>访客</extracomment>
        <translation>访客</translation>
    </message>
    <message>
        <source> (group {people})</source>
        <extracomment>亲子绘本（团体 14）</extracomment>
        <translation>（团体 {people}）</translation>
    </message>
    <message>
        <source>All out</source>
        <extracomment>全部签退</extracomment>
        <translation>全部签退</translation>
    </message>
    <message>
        <source>Roll call</source>
        <extracomment>疏散名单</extracomment>
        <translation>疏散名单</translation>
    </message>
    <message>
        <source>People in the house</source>
        <translation>在馆人员</translation>
    </message>
    <message>
        <source>Delete signs out the chosen visitor</source>
        <extracomment>选中后按 Delete 签退</extracomment>
        <translation>选中后按 Delete 签退</translation>
    </message>
    <message>
        <source>Inside: {people}</source>
        <extracomment>在馆 47 人</extracomment>
        <translation>在馆 {people} 人</translation>
    </message>
    <message>
        <source>of {capacity}</source>
        <extracomment>容量 120</extracomment>
        <translation>容量 {capacity}</translation>
    </message>
    <message>
        <source>{people} over capacity</source>
        <extracomment>超出容量 3 人</extracomment>
        <translation>超出容量 {people} 人</translation>
    </message>
</context>
<context>
    <name>HubSection</name>
    <message>
        <source>Hub profile</source>
        <translation>本站资料</translation>
    </message>
    <message>
        <source>Formal name</source>
        <translation>正式名称</translation>
    </message>
    <message>
        <source>By the plan&apos;s rule; it stands on the window, on slips and on reports.</source>
        <translation>按规划的命名规则；窗口、小票和报表都用这个名称。</translation>
    </message>
    <message>
        <source>This desk</source>
        <translation>本台</translation>
    </message>
    <message>
        <source>Subdistrict</source>
        <translation>街镇</translation>
    </message>
    <message>
        <source>Site name (may stay empty)</source>
        <translation>点位名称（可不填）</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Capacity (0: none)</source>
        <translation>容纳人数（0 表示不限）</translation>
    </message>
    <message>
        <source>Opens</source>
        <translation>开门</translation>
    </message>
    <message>
        <source>Closes</source>
        <translation>关门</translation>
    </message>
    <message>
        <source>Usual purpose of a first visit</source>
        <translation>首次来访的默认事由</translation>
    </message>
    <message>
        <source>Desk letter</source>
        <translation>台号字母</translation>
    </message>
    <message>
        <source>Desk number</source>
        <translation>台号</translation>
    </message>
    <message>
        <source>Slip numbers of this desk begin with {letter}: two desks never print the same one.</source>
        <translation>本台的小票号以 {letter} 开头，两台电脑不会重号。</translation>
    </message>
</context>
<context>
    <name>JobsStrip</name>
    <message>
        <source>It came out</source>
        <translation>出来了</translation>
    </message>
    <message>
        <source>It did not</source>
        <translation>没出来</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>不打了</translation>
    </message>
    <message>
        <source>{number}: did this slip come out? {reason}</source>
        <translation>{number}：这张小票出来了吗？{reason}</translation>
    </message>
    <message>
        <source>{number} waits: {reason}</source>
        <translation>{number} 等待打印：{reason}</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>另有 {count} 张</translation>
    </message>
</context>
<context>
    <name>KindsCard</name>
    <message>
        <source>By purpose</source>
        <translation>按来访事由</translation>
    </message>
</context>
<context>
    <name>MoreChoices</name>
    <message>
        <source>Line speed (baud)</source>
        <translation>串口速率（波特率）</translation>
    </message>
    <message>
        <source>Chinese text</source>
        <translation>中文方式</translation>
    </message>
    <message>
        <source>Addresses: tcp://192.168.1.50:9100, serial:COM4, usb:0416:5011, windows:Printer name, file:C:\slips.bin</source>
        <translation>地址写法：tcp://192.168.1.50:9100、serial:COM4、usb:0416:5011、windows:打印机名称、file:C:\slips.bin</translation>
    </message>
    <message>
        <source>As the model does it</source>
        <translation>按型号</translation>
    </message>
    <message>
        <source>The printer&apos;s own letters ({letters})</source>
        <translation>打印机字库（{letters}）</translation>
    </message>
    <message>
        <source>As a picture</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>The model&apos;s own</source>
        <translation>按型号</translation>
    </message>
</context>
<context>
    <name>NewcomerPanel</name>
    <message>
        <source>Name</source>
        <extracomment>姓名</extracomment>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Sex</source>
        <extracomment>性别</extracomment>
        <translation>性别</translation>
    </message>
    <message>
        <source>Not asked</source>
        <extracomment>不填</extracomment>
        <translation>不填</translation>
    </message>
    <message>
        <source>Age, by eye is enough</source>
        <extracomment>年龄段（目测即可）</extracomment>
        <translation>年龄段（目测即可）</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>年龄段</translation>
    </message>
    <message>
        <source>Phone</source>
        <extracomment>手机</extracomment>
        <translation>手机</translation>
    </message>
    <message>
        <source>Optional, the last 4 digits are enough</source>
        <extracomment>可不填，后 4 位即可</extracomment>
        <translation>可不填，后 4 位即可</translation>
    </message>
    <message>
        <source>Needs a step-free way</source>
        <extracomment>需轮椅通道</extracomment>
        <translation>需轮椅通道</translation>
    </message>
    <message>
        <source>Check in</source>
        <extracomment>登记</extracomment>
        <translation>登记</translation>
    </message>
</context>
<context>
    <name>NewsLine</name>
    <message>
        <source>Show</source>
        <extracomment>去登记页</extracomment>
        <translation>查看</translation>
    </message>
</context>
<context>
    <name>PanelTitle</name>
    <message>
        <source>Back</source>
        <extracomment>返回</extracomment>
        <translation>返回</translation>
    </message>
    <message>
        <source>Find a visitor</source>
        <extracomment>查找来访人员</extracomment>
        <translation>查找来访人员</translation>
    </message>
    <message>
        <source>New visitor</source>
        <extracomment>手工登记</extracomment>
        <translation>手工登记</translation>
    </message>
    <message>
        <source>Group</source>
        <extracomment>团体登记</extracomment>
        <translation>团体登记</translation>
    </message>
    <message>
        <source>Sign out by slip</source>
        <extracomment>扫小票签退</extracomment>
        <translation>扫小票签退</translation>
    </message>
    <message>
        <source>Closing list</source>
        <extracomment>闭馆清点</extracomment>
        <translation>闭馆清点</translation>
    </message>
    <message>
        <source>Roll call</source>
        <extracomment>疏散名单</extracomment>
        <translation>疏散名单</translation>
    </message>
    <message>
        <source>Mend details</source>
        <extracomment>修改资料</extracomment>
        <translation>修改资料</translation>
    </message>
</context>
<context>
    <name>PersonHeader</name>
    <message>
        <source>Step-free way</source>
        <extracomment>需轮椅通道</extracomment>
        <translation>需轮椅通道</translation>
    </message>
    <message>
        <source>Mend</source>
        <extracomment>修改</extracomment>
        <translation>修改</translation>
    </message>
    <message>
        <source>Today: </source>
        <extracomment>今日预约：</extracomment>
        <translation>今日预约：</translation>
    </message>
    <message>
        <source>Next visitor, please</source>
        <extracomment>请放证件</extracomment>
        <translation>请放证件</translation>
    </message>
    <message>
        <source>Lay a card on, or type name, pinyin, phone</source>
        <extracomment>或直接输入姓名、拼音、手机尾号</extracomment>
        <translation>或直接输入姓名、拼音、手机尾号</translation>
    </message>
    <message>
        <source>Visitor, no name taken</source>
        <extracomment>访客（未留姓名）</extracomment>
        <translation>访客（未留姓名）</translation>
    </message>
    <message>
        <source>Group of {people}</source>
        <extracomment>团体 14 人</extracomment>
        <translation>团体 {people} 人</translation>
    </message>
    <message>
        <source>Visit {number}</source>
        <translation>第 {number} 次来访</translation>
    </message>
    <message>
        <source>Phone {phone}</source>
        <extracomment>手机 138****6612</extracomment>
        <translation>手机 {phone}</translation>
    </message>
    <message>
        <source>{age} years</source>
        <extracomment>72 岁</extracomment>
        <translation>{age} 岁</translation>
    </message>
    <message>
        <source>First visit</source>
        <extracomment>第一次来</extracomment>
        <translation>第一次来</translation>
    </message>
    <message>
        <source>Last: {day} {purpose}</source>
        <extracomment>上次：11月20日 为老服务 · 助餐</extracomment>
        <translation>上次：{day} {purpose}</translation>
    </message>
    <message>
        <source>{month}/{day}</source>
        <extracomment>11月20日</extracomment>
        <translation>{month}月{day}日</translation>
    </message>
    <message>
        <source>Left at {time}</source>
        <extracomment>已签退 10:20</extracomment>
        <translation>已签退 {time}</translation>
    </message>
</context>
<context>
    <name>Purposes</name>
    <message>
        <source>Purpose of the visit</source>
        <extracomment>来访事由</extracomment>
        <translation>来访事由</translation>
    </message>
    <message>
        <source>Done</source>
        <extracomment>完成</extracomment>
        <translation>完成</translation>
    </message>
    <message>
        <source>haircut · mending · repairs</source>
        <extracomment>理发 · 缝补 · 维修</extracomment>
        <translation>理发 · 缝补 · 维修</translation>
    </message>
    <message>
        <source>meals · day care · rehab</source>
        <extracomment>助餐 · 日托 · 康复</extracomment>
        <translation>助餐 · 日托 · 康复</translation>
    </message>
    <message>
        <source>blood pressure · doctor · advice</source>
        <extracomment>血压 · 义诊 · 咨询</extracomment>
        <translation>血压 · 义诊 · 咨询</translation>
    </message>
    <message>
        <source>painting · choir · reading</source>
        <extracomment>书画 · 合唱 · 阅览</extracomment>
        <translation>书画 · 合唱 · 阅览</translation>
    </message>
    <message>
        <source>advice · mediation</source>
        <extracomment>咨询 · 调解</extracomment>
        <translation>咨询 · 调解</translation>
    </message>
    <message>
        <source>picture books · childcare</source>
        <extracomment>绘本 · 托育</extracomment>
        <translation>绘本 · 托育</translation>
    </message>
    <message>
        <source>courses · talks</source>
        <extracomment>课程 · 讲座</extracomment>
        <translation>课程 · 讲座</translation>
    </message>
    <message>
        <source>on duty · patrol</source>
        <extracomment>值班 · 巡逻</extracomment>
        <translation>值班 · 巡逻</translation>
    </message>
    <message>
        <source>this hub&apos;s own</source>
        <extracomment>本站特色</extracomment>
        <translation>本站特色</translation>
    </message>
</context>
<context>
    <name>ReaderCard</name>
    <message>
        <source>Card reader</source>
        <extracomment>读卡</extracomment>
        <translation>读卡</translation>
    </message>
    <message>
        <source>Lay the card on</source>
        <extracomment>放上身份证即登记</extracomment>
        <translation>放上身份证即登记</translation>
    </message>
    <message>
        <source>Card, please</source>
        <extracomment>请放证件 / 身份证、居住证、邻里汇卡都可以</extracomment>
        <translation>请放证件</translation>
    </message>
    <message>
        <source>Identity card, permit or hub card</source>
        <translation>身份证、居住证、邻里汇卡都可以</translation>
    </message>
    <message>
        <source>Reading</source>
        <extracomment>正在读取 / 证件先别拿开</extracomment>
        <translation>正在读取</translation>
    </message>
    <message>
        <source>Leave the card where it is</source>
        <translation>证件先别拿开</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message>
        <source>Read</source>
        <extracomment>已读取 / 拿走证件后可读下一张</extracomment>
        <translation>已读取</translation>
    </message>
    <message>
        <source>Take the card away, then the next can be read</source>
        <translation>拿走证件后可读下一张</translation>
    </message>
    <message>
        <source>Card still here</source>
        <extracomment>证件还在 / 您的身份证还在读卡器上</extracomment>
        <translation>证件还在</translation>
    </message>
    <message>
        <source>The card is still on the reader: hand it back</source>
        <translation>证件还在读卡器上，请交还</translation>
    </message>
    <message>
        <source>Unknown card</source>
        <extracomment>未知证件</extracomment>
        <translation>未知证件</translation>
    </message>
    <message>
        <source>Not read</source>
        <extracomment>没读出来</extracomment>
        <translation>没读出来</translation>
    </message>
</context>
<context>
    <name>ResultLine</name>
    <message>
        <source>Sign out</source>
        <extracomment>签退</extracomment>
        <translation>签退</translation>
    </message>
    <message>
        <source>Print</source>
        <extracomment>打印小票</extracomment>
        <translation>打印小票</translation>
    </message>
    <message>
        <source>Undo</source>
        <extracomment>撤销</extracomment>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undo next: {act}</source>
        <extracomment>再撤销：签退 / 撤销：签退</extracomment>
        <translation>再撤销：{act}</translation>
    </message>
    <message>
        <source>Undo: {act}</source>
        <translation>撤销：{act}</translation>
    </message>
    <message>
        <source>return</source>
        <extracomment>回来</extracomment>
        <translation>回来</translation>
    </message>
    <message>
        <source>purpose</source>
        <extracomment>改事由</extracomment>
        <translation>改事由</translation>
    </message>
    <message>
        <source>companions</source>
        <extracomment>同行人数</extracomment>
        <translation>同行人数</translation>
    </message>
    <message>
        <source>sign-out</source>
        <extracomment>签退</extracomment>
        <translation>签退</translation>
    </message>
    <message>
        <source>all signed out</source>
        <extracomment>全部签退</extracomment>
        <translation>全部签退</translation>
    </message>
    <message>
        <source>closing list</source>
        <extracomment>闭馆清点</extracomment>
        <translation>闭馆清点</translation>
    </message>
    <message>
        <source>check-in</source>
        <extracomment>登记</extracomment>
        <translation>登记</translation>
    </message>
    <message>
        <source>Checked in · {purpose}</source>
        <extracomment>已登记 · 文体</extracomment>
        <translation>已登记 · {purpose}</translation>
    </message>
    <message>
        <source>Counted one visitor · {purpose}</source>
        <extracomment>已计 1 人次 · 生活</extracomment>
        <translation>已计 1 人次 · {purpose}</translation>
    </message>
    <message>
        <source>Group of {people} checked in · {purpose}</source>
        <extracomment>团体 14 人已登记 · 亲子</extracomment>
        <translation>团体 {people} 人已登记 · {purpose}</translation>
    </message>
    <message>
        <source>Back again · the same visit since {since}</source>
        <extracomment>回来了 · 同一次来访（09:12 登记）</extracomment>
        <translation>回来了 · 同一次来访（{since} 登记）</translation>
    </message>
    <message>
        <source>Already checked in at {since}</source>
        <extracomment>已于 09:12 登记，不用再刷</extracomment>
        <translation>已于 {since} 登记，不用再刷</translation>
    </message>
    <message>
        <source>Already in since {since}</source>
        <extracomment>已在馆，09:12 登记</extracomment>
        <translation>已在馆，{since} 登记</translation>
    </message>
    <message>
        <source>In the house since {since}. Sign out?</source>
        <extracomment>09:12 登记，还在馆。要签退吗？ / 再刷一次也可签退</extracomment>
        <translation>{since} 登记，还在馆。要签退吗？</translation>
    </message>
    <message>
        <source>A second tap does it too</source>
        <translation>再刷一次也可签退</translation>
    </message>
    <message>
        <source>Purpose changed to {purpose}</source>
        <extracomment>事由改为 法律</extracomment>
        <translation>事由改为 {purpose}</translation>
    </message>
    <message numerus="yes">
        <source>%n companion(s)</source>
        <extracomment>同行 2 人</extracomment>
        <translation>
            <numerusform>同行 %n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>Now a regular of {title}</source>
        <extracomment>以后按「书法班」登记</extracomment>
        <translation>以后按「{title}」登记</translation>
    </message>
    <message>
        <source>No longer a regular of {title}</source>
        <translation>以后不再按「{title}」登记</translation>
    </message>
    <message>
        <source>Slip sent to the printer</source>
        <extracomment>小票已送打印</extracomment>
        <translation>小票已送打印</translation>
    </message>
    <message>
        <source>Details mended</source>
        <extracomment>资料已修改</extracomment>
        <translation>资料已修改</translation>
    </message>
    <message>
        <source>The hub card now belongs to this person</source>
        <extracomment>邻里汇卡已发给这位居民</extracomment>
        <translation>邻里汇卡已发给这位居民</translation>
    </message>
    <message numerus="yes">
        <source>Roll call sent to the printer: %n person(s)</source>
        <extracomment>疏散名单已送打印，共 47 人</extracomment>
        <translation>
            <numerusform>疏散名单已送打印，共 %n 人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Everybody signed out: %n person(s)</source>
        <extracomment>全部签退，共 47 人</extracomment>
        <translation>
            <numerusform>全部签退，共 %n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>Signed out · {name}</source>
        <extracomment>已签退 · 王秀英</extracomment>
        <translation>已签退 · {name}</translation>
    </message>
    <message>
        <source>Closing list done: {people} signed out</source>
        <extracomment>闭馆清点完成，签退 5 人</extracomment>
        <translation>闭馆清点完成，签退 {people} 人</translation>
    </message>
    <message>
        <source>Check-in taken back</source>
        <extracomment>登记已撤销</extracomment>
        <translation>登记已撤销</translation>
    </message>
    <message>
        <source>Purpose put back</source>
        <extracomment>事由已改回</extracomment>
        <translation>事由已改回</translation>
    </message>
    <message>
        <source>Companions put back</source>
        <extracomment>同行人数已改回</extracomment>
        <translation>同行人数已改回</translation>
    </message>
    <message>
        <source>Return taken back</source>
        <extracomment>回来已撤销，仍为已离开</extracomment>
        <translation>回来已撤销，仍为已离开</translation>
    </message>
    <message>
        <source>Closing list taken back</source>
        <extracomment>闭馆清点已撤销</extracomment>
        <translation>闭馆清点已撤销</translation>
    </message>
    <message>
        <source>Sign-out taken back</source>
        <extracomment>签退已撤销</extracomment>
        <translation>签退已撤销</translation>
    </message>
    <message>
        <source>expected today · 1–9 change</source>
        <extracomment>今日有活动 · 按 1–9 改事由</extracomment>
        <translation>今日有活动 · 按 1–9 改事由</translation>
    </message>
    <message>
        <source>as usual · 1–9 change</source>
        <extracomment>平时常来 · 按 1–9 改事由</extracomment>
        <translation>平时常来 · 按 1–9 改事由</translation>
    </message>
    <message>
        <source>as last time · 1–9 change</source>
        <extracomment>同上次 · 按 1–9 改事由</extracomment>
        <translation>同上次 · 按 1–9 改事由</translation>
    </message>
    <message>
        <source>1–9 change</source>
        <extracomment>按 1–9 改事由</extracomment>
        <translation>按 1–9 改事由</translation>
    </message>
    <message numerus="yes">
        <source>%n visitor(s)</source>
        <extracomment>访客 1 人</extracomment>
        <translation>
            <numerusform>访客 %n 人</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RollCallPanel</name>
    <message>
        <source>Step-free way</source>
        <extracomment>需轮椅通道</extracomment>
        <translation>需轮椅通道</translation>
    </message>
    <message>
        <source>Hide those found</source>
        <extracomment>隐藏已找到的人</extracomment>
        <translation>隐藏已找到的人</translation>
    </message>
    <message>
        <source>Print again</source>
        <extracomment>再打印</extracomment>
        <translation>再打印</translation>
    </message>
    <message>
        <source>Start over</source>
        <extracomment>重新点名</extracomment>
        <translation>重新点名</translation>
    </message>
    <message>
        <source>Roll call</source>
        <translation>疏散名单</translation>
    </message>
    <message>
        <source>Visitor</source>
        <extracomment>访客</extracomment>
        <translation>访客</translation>
    </message>
    <message>
        <source>{missing} still to be found, of {people}</source>
        <extracomment>还有 12 人未找到，共 47 人</extracomment>
        <translation>还有 {missing} 人未找到，共 {people} 人</translation>
    </message>
</context>
<context>
    <name>RulesSection</name>
    <message>
        <source>Check-in rules</source>
        <translation>登记规则</translation>
    </message>
    <message>
        <source>Display and sound</source>
        <translation>显示与声音</translation>
    </message>
    <message>
        <source>Changes on this card take effect at once.</source>
        <translation>这里的改动立即生效。</translation>
    </message>
    <message>
        <source>A second tap within this time is the same visit</source>
        <translation>多长时间内再刷算同一次来访</translation>
    </message>
    <message>
        <source>After this time a tap offers sign-out</source>
        <translation>多长时间后再刷提示签退</translation>
    </message>
    <message>
        <source>A return within this time is the same visit</source>
        <extracomment>离开后这段时间内回来算同一次来访</extracomment>
        <translation>离开后这段时间内回来算同一次来访</translation>
    </message>
    <message>
        <source>Call out a card left on the reader after</source>
        <translation>证件留在读卡器上多久提醒</translation>
    </message>
    <message>
        <source>Slip</source>
        <translation>小票</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言 Language</translation>
    </message>
    <message>
        <source>Size of type</source>
        <translation>字号</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Hide names when nobody touches the desk (0: never)</source>
        <translation>无人操作多久后隐藏姓名（0 表示不隐藏）</translation>
    </message>
    <message>
        <source>Print a slip at every check-in</source>
        <translation>每次登记都打印小票</translation>
    </message>
    <message>
        <source>Large text and large buttons</source>
        <translation>大字大按钮</translation>
    </message>
    <message>
        <source>Let sounds be heard</source>
        <translation>打开提示音</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>never</source>
        <extracomment>从不合并</extracomment>
        <translation>从不</translation>
    </message>
</context>
<context>
    <name>ScanPanel</name>
    <message>
        <source>Scan the code on the slip, or type it and press Enter</source>
        <extracomment>扫小票上的二维码，或输入编号后按 Enter</extracomment>
        <translation>扫小票上的二维码，或输入编号后按 Enter</translation>
    </message>
    <message>
        <source>16 characters, beginning with V</source>
        <translation>16 位，以 V 开头</translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message>
        <source>Not in the list? Enter takes down a new visitor</source>
        <extracomment>没有找到？按 Enter 新建</extracomment>
        <translation>没有找到？按 Enter 新建</translation>
    </message>
    <message>
        <source>People found</source>
        <translation>找到的人</translation>
    </message>
    <message>
        <source>New visitor “{text}”</source>
        <extracomment>新访客「林桂芳」</extracomment>
        <translation>新访客「{text}」</translation>
    </message>
    <message>
        <source>last {month}/{day} {kind}</source>
        <extracomment>上次 11月20日 为老</extracomment>
        <translation>上次 {month}月{day}日 {kind}</translation>
    </message>
    <message>
        <source>in since {time}</source>
        <extracomment>在馆，09:12 起</extracomment>
        <translation>在馆，{time} 起</translation>
    </message>
</context>
<context>
    <name>SessionChips</name>
    <message>
        <source>Regular</source>
        <extracomment>每次都来（固定参加）</extracomment>
        <translation>每次都来</translation>
    </message>
    <message>
        <source>No activity</source>
        <extracomment>不参加活动</extracomment>
        <translation>不参加活动</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Timetable</source>
        <translation>每周活动</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Hub</source>
        <translation>本站资料</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则与显示</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃修改</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>有修改未保存</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Saved and in force.</source>
        <translation>已保存，已生效。</translation>
    </message>
    <message>
        <source>Changes discarded.</source>
        <translation>已放弃修改。</translation>
    </message>
    <message>
        <source>Saved: {detail}.</source>
        <translation>已保存：{detail}。</translation>
    </message>
    <message>
        <source>Removed: {detail}.</source>
        <translation>已删除：{detail}。</translation>
    </message>
    <message>
        <source>Device settings changed.</source>
        <translation>设备设置已更改。</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>已撤销。</translation>
    </message>
</context>
<context>
    <name>TimetableRows</name>
    <message>
        <source>Days</source>
        <translation>星期</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
</context>
<context>
    <name>TimetableSection</name>
    <message>
        <source>Weekly activities</source>
        <translation>每周活动</translation>
    </message>
    <message>
        <source>New activity</source>
        <translation>新活动</translation>
    </message>
    <message>
        <source>Save activity</source>
        <translation>保存活动</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>活动名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>From</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>To</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>每周</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Choose one on the left, or begin a new one.</source>
        <translation>在左边选一个，或新建一个。</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Day before</source>
        <translation>前一天</translation>
    </message>
    <message>
        <source>Day after</source>
        <translation>后一天</translation>
    </message>
    <message>
        <source>Export Excel</source>
        <translation>导出 Excel</translation>
    </message>
    <message>
        <source>Visits of the day</source>
        <translation>当日到访</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>筛选名单</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>补打小票</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>签退</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>{detail}: the slip goes to the printer again.</source>
        <translation>{detail}：小票已送打印（补打）。</translation>
    </message>
    <message>
        <source>{detail}: signed out.</source>
        <translation>{detail}：已签退。</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>已撤销。</translation>
    </message>
    <message>
        <source>Noted: the slip came out.</source>
        <translation>已记下：小票出来了。</translation>
    </message>
    <message>
        <source>It is printed again, marked as a reprint.</source>
        <translation>重新打印，小票上注明补打。</translation>
    </message>
    <message>
        <source>The slip is not printed.</source>
        <translation>这张小票不再打印。</translation>
    </message>
    <message>
        <source>Exported: {detail}</source>
        <translation>已导出：{detail}</translation>
    </message>
    <message>
        <source>dddd d MMMM</source>
        <translation>M月d日 dddd</translation>
    </message>
</context>
<context>
    <name>TodayRows</name>
    <message>
        <source>Card</source>
        <translation>证件</translation>
    </message>
    <message>
        <source>Hub card</source>
        <translation>邻里汇卡</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手工登记</translation>
    </message>
    <message>
        <source>Counted only</source>
        <translation>只计人次</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>团体</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>到访</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>How</source>
        <translation>登记方式</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>（未留姓名）</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>in the house</source>
        <translation>在馆</translation>
    </message>
    <message>
        <source> (estimated)</source>
        <translation>（估计）</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Name / pinyin / phone tail / scan</source>
        <translation>姓名 / 拼音 / 手机尾号 / 扫码</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>ddd d MMM HH:mm</source>
        <translation>M月d日 dddd HH:mm</translation>
    </message>
</context>
<context>
    <name>WithoutCard</name>
    <message>
        <source>No card?</source>
        <extracomment>没带证件?</extracomment>
        <translation>没带证件?</translation>
    </message>
    <message>
        <source>New visitor</source>
        <extracomment>手工登记</extracomment>
        <translation>手工登记</translation>
    </message>
    <message>
        <source>Group</source>
        <extracomment>团体登记</extracomment>
        <translation>团体登记</translation>
    </message>
    <message>
        <source>Count only +1</source>
        <extracomment>只计人次 +1</extracomment>
        <translation>只计人次 +1</translation>
    </message>
    <message>
        <source>Slip sign-out</source>
        <extracomment>扫小票签退</extracomment>
        <translation>扫小票签退</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>No reader</source>
        <translation>未接读卡器</translation>
    </message>
    <message>
        <source>Choose the reader under Settings (F8). Visitors can be checked in by name.</source>
        <translation>请在设置（F8）里选择读卡器。现在可以按姓名登记。</translation>
    </message>
    <message>
        <source>Reader connecting</source>
        <translation>读卡器连接中</translation>
    </message>
    <message>
        <source>Wait a moment.</source>
        <translation>请稍等。</translation>
    </message>
    <message>
        <source>Reader ready</source>
        <translation>读卡器</translation>
    </message>
    <message>
        <source>Reader silent</source>
        <translation>读卡器无应答</translation>
    </message>
    <message>
        <source>The port is open but the reader does not answer. Check its power and the model under Settings.</source>
        <translation>端口能打开，但读卡器没有应答。请检查电源，并在设置里核对型号。</translation>
    </message>
    <message>
        <source>Reader not understood</source>
        <translation>读卡器数据看不懂</translation>
    </message>
    <message>
        <source>Something answers, but it makes no sense. Check the cable, and model and speed under Settings.</source>
        <translation>端口有数据，但看不懂。请检查连线，并在设置里核对型号和速率。</translation>
    </message>
    <message>
        <source>Reader missing</source>
        <translation>找不到读卡器</translation>
    </message>
    <message>
        <source>Plug the reader in; it reconnects by itself.</source>
        <translation>请插上读卡器，会自动连接。</translation>
    </message>
    <message>
        <source>Reader in use</source>
        <translation>读卡器被占用</translation>
    </message>
    <message>
        <source>Another program uses the reader. Close it; the desk connects by itself.</source>
        <translation>另一个程序在用读卡器。关掉它，会自动连接。</translation>
    </message>
    <message>
        <source>Port unusable</source>
        <translation>端口不可用</translation>
    </message>
    <message>
        <source>What is set is no port. Choose the reader&apos;s port under Settings.</source>
        <translation>设置的不是端口。请在设置中选择读卡器的端口。</translation>
    </message>
    <message>
        <source>Reader unplugged</source>
        <translation>读卡器已断开</translation>
    </message>
    <message>
        <source>Plug the reader in again; it reconnects by itself. Nothing was lost.</source>
        <translation>请重新插上读卡器，会自动连接。数据没有丢失。</translation>
    </message>
    <message>
        <source>Reader fault</source>
        <translation>读卡器故障</translation>
    </message>
    <message>
        <source>Unplug the reader, wait ten seconds, plug it in. If it stays, call support.</source>
        <translation>请拔下读卡器，等十秒再插上。还不行请联系技术支持。</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>This printer does not say how it is. Look whether the slip comes out.</source>
        <translation>这台打印机不报告状态，请看小票是否出来。</translation>
    </message>
    <message>
        <source>No printer</source>
        <translation>未接打印机</translation>
    </message>
    <message>
        <source>Choose the printer under Settings (F8). Check-in works without slips.</source>
        <translation>请在设置（F8）里选择打印机。不打小票也能登记。</translation>
    </message>
    <message>
        <source>Printer ready</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>Paper low</source>
        <translation>打印机 纸将尽</translation>
    </message>
    <message>
        <source>Have a new roll ready.</source>
        <translation>请备好新纸卷。</translation>
    </message>
    <message>
        <source>Paper out</source>
        <translation>打印机 缺纸</translation>
    </message>
    <message>
        <source>Put in a new roll; waiting slips print by themselves.</source>
        <translation>请换上新纸卷，等待的小票会自动打印。</translation>
    </message>
    <message>
        <source>Cover open</source>
        <translation>打印机 盖子没合上</translation>
    </message>
    <message>
        <source>Close the printer&apos;s cover; waiting slips print by themselves.</source>
        <translation>请合上打印机盖子，等待的小票会自动打印。</translation>
    </message>
    <message>
        <source>Printer offline</source>
        <translation>打印机 离线</translation>
    </message>
    <message>
        <source>Switch the printer on, or press its feed button.</source>
        <translation>请打开打印机电源，或按一下走纸键。</translation>
    </message>
    <message>
        <source>Cutter stuck</source>
        <translation>打印机 切刀卡住</translation>
    </message>
    <message>
        <source>Open the cover, clear the paper, switch the printer off and on.</source>
        <translation>请打开盖子，取出卡纸，再重启打印机。</translation>
    </message>
    <message>
        <source>Printer fault</source>
        <translation>打印机 故障</translation>
    </message>
    <message>
        <source>Switch the printer off and on. If it stays, call support.</source>
        <translation>请重启打印机。还不行请联系技术支持。</translation>
    </message>
    <message>
        <source>Printer silent</source>
        <translation>打印机 无应答</translation>
    </message>
    <message>
        <source>The printer does not answer. Check its power and cable; slips are kept.</source>
        <translation>打印机没有应答。请检查电源和连线，小票都留着。</translation>
    </message>
    <message>
        <source>Printer unreachable</source>
        <translation>打印机 连不上</translation>
    </message>
    <message>
        <source>Check the printer&apos;s cable, power and address; slips are kept.</source>
        <translation>请检查打印机的连线、电源和地址，小票都留着。</translation>
    </message>
    <message>
        <source>Put the card on again and leave it until the green tick.</source>
        <translation>请重新放上证件，看到绿色对勾再拿走。</translation>
    </message>
    <message>
        <source>This is not an identity card. Is another card on top?</source>
        <translation>这不是身份证。是不是叠放了别的卡？</translation>
    </message>
    <message>
        <source>The card does not answer: damaged, or of another system. Check the visitor in by name.</source>
        <translation>卡没有应答：可能损坏，或不是这类卡。请按姓名登记。</translation>
    </message>
    <message>
        <source>The reader&apos;s line is noisy. Put the card on again.</source>
        <translation>读卡器线路有干扰，请重新放卡。</translation>
    </message>
    <message>
        <source>The reader reports a fault. Unplug it, wait ten seconds, plug it in.</source>
        <translation>读卡器报告故障。请拔下，等十秒再插上。</translation>
    </message>
    <message>
        <source>The reader&apos;s security module refuses to work. Call its supplier.</source>
        <translation>读卡器的安全模块未授权，请联系供货商。</translation>
    </message>
    <message>
        <source>This reader does not know what was asked of it. Check the model under Settings.</source>
        <translation>读卡器不认识这条指令，请在设置里核对型号。</translation>
    </message>
    <message>
        <source>Plug the scanner in again; it reconnects by itself. Slip codes can be typed meanwhile.</source>
        <translation>请重新插上扫码枪，会自动连接；这时也可以手工输入小票编码。</translation>
    </message>
    <message>
        <source>Plug the scanner in; it reconnects by itself.</source>
        <translation>请插上扫码枪，会自动连接。</translation>
    </message>
    <message>
        <source>Another program uses the scanner. Close it; the desk connects by itself.</source>
        <translation>另一个程序占用了扫码枪。请关闭它，会自动连接。</translation>
    </message>
    <message>
        <source>What is set is no port. Choose the scanner&apos;s port under Settings.</source>
        <translation>设置的不是串口。请在“设置”里选择扫码枪的端口。</translation>
    </message>
    <message>
        <source>Check the scanner&apos;s cable and power.</source>
        <translation>请检查扫码枪的连线和电源。</translation>
    </message>
    <message>
        <source>Check the scanner&apos;s cable, and its speed under Settings.</source>
        <translation>请检查扫码枪的连线，并在设置里核对速率。</translation>
    </message>
    <message>
        <source>Unplug the scanner, wait ten seconds, plug it in. If it stays, call support.</source>
        <translation>请拔下扫码枪，等十秒再插上；仍不行请联系技术支持。</translation>
    </message>
    <message>
        <source>No scanner</source>
        <translation>未设置扫码枪</translation>
    </message>
    <message>
        <source>Scanner connecting</source>
        <translation>正在连接扫码枪</translation>
    </message>
    <message>
        <source>Scanner ready</source>
        <translation>扫码枪就绪</translation>
    </message>
    <message>
        <source>Scanner silent</source>
        <translation>扫码枪无应答</translation>
    </message>
    <message>
        <source>Scanner not understood</source>
        <translation>扫码枪数据看不懂</translation>
    </message>
    <message>
        <source>Scanner missing</source>
        <translation>没有找到扫码枪</translation>
    </message>
    <message>
        <source>Scanner in use</source>
        <translation>扫码枪被占用</translation>
    </message>
    <message>
        <source>Scanner&apos;s port unusable</source>
        <translation>扫码枪端口不可用</translation>
    </message>
    <message>
        <source>Scanner unplugged</source>
        <translation>扫码枪已断开</translation>
    </message>
    <message>
        <source>Scanner fault</source>
        <translation>扫码枪故障</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>Disk full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>Store busy</source>
        <translation>数据被占用</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Not saving</source>
        <translation>无法保存</translation>
    </message>
    <message>
        <source>Settings file unusable</source>
        <translation>设置文件无法使用</translation>
    </message>
    <message>
        <source>Settings unusable: {places}</source>
        <translation>有设置无法使用：{places}</translation>
    </message>
    <message>
        <source>The old file is kept as {kept}. Check everything under Settings (F8).</source>
        <translation>原文件已另存为 {kept}。请到“设置”（F8）逐项核对。</translation>
    </message>
    <message>
        <source>Defaults are in force. Mend {file} or set it under Settings (F8): a copy is kept.</source>
        <translation>现按默认值运行。请改好 {file}，或到“设置”（F8）重设（原文件会留底）。</translation>
    </message>
    <message>
        <source>Slips in doubt: {count}</source>
        <translation>有 {count} 张小票不确定是否打出</translation>
    </message>
    <message>
        <source>Open Today (F1) and say whether they came out.</source>
        <translation>请到今日（F1）确认是否出来了。</translation>
    </message>
    <message>
        <source>Daily living</source>
        <translation>生活服务</translation>
    </message>
    <message>
        <source>Living</source>
        <translation>生活</translation>
    </message>
    <message>
        <source>Elder services</source>
        <translation>为老服务</translation>
    </message>
    <message>
        <source>Elders</source>
        <translation>为老</translation>
    </message>
    <message>
        <source>Health services</source>
        <translation>健康服务</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>健康</translation>
    </message>
    <message>
        <source>Culture and sports</source>
        <translation>文体服务</translation>
    </message>
    <message>
        <source>Culture</source>
        <translation>文体</translation>
    </message>
    <message>
        <source>Legal services</source>
        <translation>法律服务</translation>
    </message>
    <message>
        <source>Legal</source>
        <translation>法律</translation>
    </message>
    <message>
        <source>Parent and child</source>
        <translation>亲子服务</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>亲子</translation>
    </message>
    <message>
        <source>Education</source>
        <translation>教育服务</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>教育</translation>
    </message>
    <message>
        <source>Volunteering</source>
        <translation>志愿服务</translation>
    </message>
    <message>
        <source>Volunteer</source>
        <translation>志愿</translation>
    </message>
    <message>
        <source>Hub specials</source>
        <translation>品牌特色</translation>
    </message>
    <message>
        <source>Special</source>
        <translation>品牌</translation>
    </message>
    <message>
        <source>under 6</source>
        <translation>6 岁以下</translation>
    </message>
    <message>
        <source>6–13</source>
        <translation>6–13 岁</translation>
    </message>
    <message>
        <source>14–17</source>
        <translation>14–17 岁</translation>
    </message>
    <message>
        <source>18–44</source>
        <translation>18–44 岁</translation>
    </message>
    <message>
        <source>45–59</source>
        <translation>45–59 岁</translation>
    </message>
    <message>
        <source>60–64</source>
        <translation>60–64 岁</translation>
    </message>
    <message>
        <source>65–69</source>
        <translation>65–69 岁</translation>
    </message>
    <message>
        <source>70–79</source>
        <translation>70–79 岁</translation>
    </message>
    <message>
        <source>80–89</source>
        <translation>80–89 岁</translation>
    </message>
    <message>
        <source>90–99</source>
        <translation>90–99 岁</translation>
    </message>
    <message>
        <source>100 and above</source>
        <translation>100 岁及以上</translation>
    </message>
    <message>
        <source>age unknown</source>
        <translation>年龄不详</translation>
    </message>
    <message>
        <source>sex unknown</source>
        <translation>性别不详</translation>
    </message>
    <message>
        <source>male</source>
        <translation>男</translation>
    </message>
    <message>
        <source>female</source>
        <translation>女</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>未说明</translation>
    </message>
    <message>
        <source>This card is of a kind the desk does not know. Check the visitor in by name.</source>
        <translation>不认识这种证件，请按姓名登记。</translation>
    </message>
    <message>
        <source>The number on this card does not add up. Put it on again, or check the visitor in by name.</source>
        <translation>证件号码校验不对。请重新放卡，或按姓名登记。</translation>
    </message>
    <message>
        <source>The birth date on this card cannot be true. Check the visitor in by name.</source>
        <translation>证件上的出生日期不可能，请按姓名登记。</translation>
    </message>
    <message>
        <source>Birth date and number on this card disagree. Check the visitor in by name.</source>
        <translation>证件的出生日期与号码不一致，请按姓名登记。</translation>
    </message>
    <message>
        <source>Sex and number on this card disagree. Check the visitor in by name.</source>
        <translation>证件的性别与号码不一致，请按姓名登记。</translation>
    </message>
    <message>
        <source>No name could be read from this card. Check the visitor in by name.</source>
        <translation>证件上没有读到姓名，请按姓名登记。</translation>
    </message>
    <message>
        <source>Nobody has been given this hub card yet. Find the visitor by name.</source>
        <translation>这张邻里汇卡还没有发给任何人，请按姓名查找。</translation>
    </message>
    <message>
        <source>This hub card already belongs to somebody else.</source>
        <translation>这张邻里汇卡已经是别人的。</translation>
    </message>
    <message>
        <source>Type a name.</source>
        <translation>请输入姓名。</translation>
    </message>
    <message>
        <source>The name is too long: at most {limit} characters.</source>
        <translation>姓名太长，最多 {limit} 个字。</translation>
    </message>
    <message>
        <source>A phone number has 11 digits; the last 4 are enough.</source>
        <translation>手机号是 11 位数字，只填后 4 位也可以。</translation>
    </message>
    <message>
        <source>This visitor is already in the house.</source>
        <translation>这位来访人已经在馆内。</translation>
    </message>
    <message>
        <source>This person is not on record here.</source>
        <translation>这里没有此人的记录。</translation>
    </message>
    <message>
        <source>Count at least one person.</source>
        <translation>请至少填 1 人。</translation>
    </message>
    <message>
        <source>At most {limit} people of one age.</source>
        <translation>每个年龄段最多 {limit} 人。</translation>
    </message>
    <message>
        <source>Type who leads the group.</source>
        <translation>请填写带队人。</translation>
    </message>
    <message>
        <source>This visit is not on record here.</source>
        <translation>这里没有这次来访的记录。</translation>
    </message>
    <message>
        <source>Already signed out at {since}.</source>
        <translation>已在 {since} 签退。</translation>
    </message>
    <message>
        <source>This has already been taken back.</source>
        <translation>这一步已经撤销过了。</translation>
    </message>
    <message>
        <source>Something newer was done since; take that back first.</source>
        <translation>之后还有新的操作，请先撤销那一步。</translation>
    </message>
    <message>
        <source>This slip is not from this desk.</source>
        <translation>这张小票不是本站的。</translation>
    </message>
    <message>
        <source>This is not a slip code. Scan again, or type it as printed.</source>
        <translation>这不是小票编号。请重新扫，或照小票输入。</translation>
    </message>
    <message>
        <source>Type what the activity is called.</source>
        <translation>请填写活动名称。</translation>
    </message>
    <message>
        <source>The end must be after the start.</source>
        <translation>结束时间要晚于开始时间。</translation>
    </message>
    <message>
        <source>Choose at least one weekday.</source>
        <translation>请至少选一天。</translation>
    </message>
    <message>
        <source>Choose the subdistrict.</source>
        <translation>请选择街镇。</translation>
    </message>
    <message>
        <source>Closing must be after opening.</source>
        <translation>关门时间要晚于开门时间。</translation>
    </message>
    <message>
        <source>Windows knows no printer {where}. Write its name as Windows shows it.</source>
        <translation>Windows 里没有打印机 {where}。请按 Windows 显示的名称填写。</translation>
    </message>
    <message>
        <source>{where} works on Windows only. Choose another address.</source>
        <translation>{where} 只能在 Windows 上使用。请换一种地址。</translation>
    </message>
    <message>
        <source>{where} cannot be written. Choose a file in a folder that exists and allows writing.</source>
        <translation>{where} 无法写入。请换成已有且可写的文件夹里的文件。</translation>
    </message>
    <message>
        <source>{where} is no printer address. Examples: tcp://192.168.1.50:9100, serial:COM4, usb:0416:5011, windows:Printer name, file:C:\slips.bin.</source>
        <translation>{where} 不是打印机地址。写法如 tcp://192.168.1.50:9100、serial:COM4、usb:0416:5011、windows:打印机名称、file:C:\slips.bin。</translation>
    </message>
    <message>
        <source>One capital letter, A to Z.</source>
        <translation>一个大写字母，A 到 Z。</translation>
    </message>
    <message>
        <source>Only digits, spaces and - + ( ).</source>
        <translation>只能填数字、空格、- + ( ) 和“转”。</translation>
    </message>
    <message>
        <source>This cannot be saved. Allowed: {allowed}</source>
        <translation>不能保存。允许：{allowed}</translation>
    </message>
    <message>
        <source>Choose a port or type one.</source>
        <translation>请选择或输入端口。</translation>
    </message>
    <message>
        <source>Choose the model.</source>
        <translation>请选择型号。</translation>
    </message>
    <message>
        <source>Test it first; it is saved once the test succeeds.</source>
        <translation>请先测试，测试成功后自动保存。</translation>
    </message>
    <message>
        <source>The settings cannot be saved: the folder {path} refuses. Free space there or allow writing.</source>
        <translation>设置无法保存：文件夹 {path} 不能写入。请腾出空间或允许写入。</translation>
    </message>
    <message>
        <source>This check-in was taken back.</source>
        <translation>这次登记已撤销。</translation>
    </message>
    <message>
        <source>Companions: 0 to {limit}, and none for a group.</source>
        <translation>同行人数 0 到 {limit}，团体不填。</translation>
    </message>
    <message>
        <source>This activity is no longer on the timetable.</source>
        <translation>这个活动已不在活动表上。</translation>
    </message>
    <message>
        <source>This slip is not on record here.</source>
        <translation>这里没有这张小票的记录。</translation>
    </message>
    <message>
        <source>This slip has been settled meanwhile.</source>
        <translation>这张小票已经处理过了。</translation>
    </message>
    <message>
        <source>This slip is being printed right now.</source>
        <translation>这张小票正在打印。</translation>
    </message>
    <message>
        <source>It came out.</source>
        <translation>已出来。</translation>
    </message>
    <message>
        <source>It did not come out.</source>
        <translation>没有出来。</translation>
    </message>
    <message>
        <source>It was not needed.</source>
        <translation>不需要打印。</translation>
    </message>
    <message>
        <source>The program ended while it was being sent.</source>
        <translation>发送时程序关闭了。</translation>
    </message>
    <message>
        <source>What it should say cannot be read any more.</source>
        <translation>要打印的内容已无法读取。</translation>
    </message>
    <message>
        <source>The check-in was taken back.</source>
        <translation>登记已撤销。</translation>
    </message>
    <message>
        <source>The line to the printer broke while it was being sent.</source>
        <translation>发送时打印机断线了。</translation>
    </message>
    <message>
        <source>The program was closed while it was being sent.</source>
        <translation>发送时程序被关闭。</translation>
    </message>
    <message>
        <source>The printer did not say whether it is done.</source>
        <translation>打印机没有回报是否打完。</translation>
    </message>
    <message>
        <source>It cannot be printed on this printer.</source>
        <translation>这台打印机打不了它。</translation>
    </message>
    <message>
        <source>There is no port {where}. Is the printer plugged in?</source>
        <translation>没有端口 {where}。打印机插上了吗？</translation>
    </message>
    <message>
        <source>{where} is a file, not a port. To print into a file, write file:PATH.</source>
        <translation>{where} 是文件，不是端口。要存为文件，请写 file:路径。</translation>
    </message>
    <message>
        <source>Another program uses {where}. Close it and try again.</source>
        <translation>另一个程序在用 {where}。关掉它再试。</translation>
    </message>
    <message>
        <source>This user may not open {where}. Ask your technician.</source>
        <translation>当前用户不能打开 {where}，请找技术人员。</translation>
    </message>
    <message>
        <source>No USB printer {where}. Is it plugged in and switched on?</source>
        <translation>没有 USB 打印机 {where}。插上并开机了吗？</translation>
    </message>
    <message>
        <source>The USB library (libusb) is missing on this PC. Ask your technician.</source>
        <translation>这台电脑缺少 USB 组件（libusb），请找技术人员。</translation>
    </message>
    <message>
        <source>The desk does not know the printer model {model}.</source>
        <translation>不认识打印机型号 {model}。</translation>
    </message>
    <message>
        <source>The setting {value} for Chinese text is unknown.</source>
        <translation>中文打印方式 {value} 不认识。</translation>
    </message>
    <message>
        <source>The simulator did not start. Try again.</source>
        <translation>模拟器没有启动，请再试一次。</translation>
    </message>
    <message>
        <source>There is no folder {path}.</source>
        <translation>没有文件夹 {path}。</translation>
    </message>
    <message>
        <source>The file is open in Excel. Close it and export again.</source>
        <translation>文件正在 Excel 里打开。请关闭后再导出。</translation>
    </message>
    <message>
        <source>{path} cannot be written. Free space or choose another folder.</source>
        <translation>{path} 不能写入。请腾出空间或换个文件夹。</translation>
    </message>
    <message>
        <source>There is no screen to show the desk on.</source>
        <translation>这台机器没有可用的屏幕。</translation>
    </message>
    <message>
        <source>The data folder refuses writing. Nothing new is stored; allow writing there.</source>
        <translation>数据文件夹不能写入，新的登记没有保存。请允许写入。</translation>
    </message>
    <message>
        <source>The disk is full. Nothing new is stored; free some space on this disk, then try again.</source>
        <translation>磁盘已满，新的登记没有保存。请腾出空间后再试。</translation>
    </message>
    <message>
        <source>Another program holds the data file. Try again in a moment.</source>
        <translation>另一个程序占用了数据文件，请稍后再试。</translation>
    </message>
    <message>
        <source>The disk does not answer. Nothing new is stored; note visitors on paper and call support.</source>
        <translation>磁盘没有应答，新的登记没有保存。请先记在纸上，并联系技术支持。</translation>
    </message>
    <message>
        <source>The desk is already open on this PC. Look for its window.</source>
        <translation>前台程序已经打开，请找到它的窗口。</translation>
    </message>
    <message>
        <source>The data file is damaged. Change nothing and call support; a backup lies beside it.</source>
        <translation>数据文件已损坏。请不要改动，联系技术支持；旁边有备份。</translation>
    </message>
    <message>
        <source>The data file was written by a newer version of the desk. Install that version.</source>
        <translation>数据文件是新版本写的，请安装新版本。</translation>
    </message>
    <message>
        <source>The data file is from an older version. Open the desk once to bring it up to date.</source>
        <translation>数据文件是旧版本的，请先打开一次前台程序完成升级。</translation>
    </message>
    <message>
        <source>There is no data file in {path} yet.</source>
        <translation>{path} 里还没有数据文件。</translation>
    </message>
    <message>
        <source>The key of this PC does not open the data file. Was the folder copied from another PC?</source>
        <translation>这台电脑的密钥打不开数据文件。文件夹是从别的电脑拷来的吗？</translation>
    </message>
    <message>
        <source>The key of the data file is missing. Put the keys folder back, or call support.</source>
        <translation>数据文件的密钥不见了。请放回 keys 文件夹，或联系技术支持。</translation>
    </message>
    <message>
        <source>The data file is gone from {path}. Do not begin anew: bring it back from a backup, or call support.</source>
        <translation>{path} 里原有的数据文件不见了。不要另建新库：请从备份恢复，或联系技术支持。</translation>
    </message>
    <message>
        <source>The keys in {path} are not those of this data file. Bring both back from the same backup.</source>
        <translation>{path} 里的密钥不是这个数据文件的。请把两者从同一份备份恢复。</translation>
    </message>
    <message>
        <source>The key store of this PC is locked. Log in to it and start the desk again.</source>
        <translation>这台电脑的密钥库锁着。请登录后重新启动。</translation>
    </message>
</context>
<context>
    <name>pages</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Check in</source>
        <extracomment>登记</extracomment>
        <translation>登记</translation>
    </message>
</context>
</TS>
