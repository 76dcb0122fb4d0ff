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
    <name>BasicsSide</name>
    <message>
        <source>Photo of the room</source>
        <translation>场地照片</translation>
    </message>
    <message>
        <source>This file is not a picture the desk can read.</source>
        <translation>这个文件不是能读取的图片。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Floor or place</source>
        <translation>楼层或位置</translation>
    </message>
    <message>
        <source>People at most</source>
        <translation>最多人数</translation>
    </message>
    <message>
        <source>Area in ㎡</source>
        <translation>面积（㎡）</translation>
    </message>
    <message>
        <source>Home desk (letter)</source>
        <translation>归口服务台（字母）</translation>
    </message>
    <message>
        <source>What stands in it</source>
        <translation>固定设备</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>projector, whiteboard, induction loop</source>
        <translation>投影、白板、助听环路</translation>
    </message>
    <message>
        <source>2nd floor</source>
        <translation>二楼</translation>
    </message>
    <message>
        <source>any</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>Kept for these purposes (none chosen: for all)</source>
        <translation>只用于这些用途（都不选：不限用途）</translation>
    </message>
    <message>
        <source>A movable wall cuts it into</source>
        <translation>活动隔断把它分成</translation>
    </message>
    <message>
        <source>Photo, of the empty room</source>
        <translation>照片（空场地）</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>no photo</source>
        <translation>无照片</translation>
    </message>
</context>
<context>
    <name>BookingList</name>
    <message>
        <source>Find a booking: name, group, phone tail, slip number</source>
        <extracomment>找预约：姓名、团队、手机尾号、凭条号</extracomment>
        <translation>找预约：姓名、团队、手机尾号、凭条号</translation>
    </message>
    <message>
        <source>Find a booking</source>
        <translation>找预约</translation>
    </message>
    <message>
        <source>Bookings</source>
        <translation>预约</translation>
    </message>
    <message>
        <source>No bookings here. Ctrl+B makes one; another day may have some.</source>
        <extracomment>没有预约。按 Ctrl+B 新建，或换个日期。</extracomment>
        <translation>没有预约。按 Ctrl+B 新建，或换个日期。</translation>
    </message>
    <message>
        <source>Day</source>
        <extracomment>日期</extracomment>
        <translation>日期</translation>
    </message>
    <message>
        <source>Time</source>
        <extracomment>时间</extracomment>
        <translation>时间</translation>
    </message>
    <message>
        <source>Room</source>
        <extracomment>场地</extracomment>
        <translation>场地</translation>
    </message>
    <message>
        <source>What</source>
        <extracomment>内容</extracomment>
        <translation>内容</translation>
    </message>
    <message>
        <source>Who</source>
        <extracomment>预约人</extracomment>
        <translation>预约人</translation>
    </message>
    <message>
        <source>People</source>
        <extracomment>人数</extracomment>
        <translation>人数</translation>
    </message>
    <message>
        <source>State</source>
        <extracomment>状态</extracomment>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>BookingPanel</name>
    <message>
        <source>They are here</source>
        <extracomment>已到</extracomment>
        <translation>已到</translation>
    </message>
    <message>
        <source>Approve</source>
        <extracomment>通过</extracomment>
        <translation>通过</translation>
    </message>
    <message>
        <source>Refuse</source>
        <extracomment>不通过</extracomment>
        <translation>不通过</translation>
    </message>
    <message>
        <source>Why it is refused</source>
        <extracomment>不通过的理由</extracomment>
        <translation>不通过的理由</translation>
    </message>
    <message>
        <source>They are gone</source>
        <extracomment>提前结束</extracomment>
        <translation>提前结束</translation>
    </message>
    <message>
        <source>Not here after all</source>
        <extracomment>点错了，人没到</extracomment>
        <translation>点错了，人没到</translation>
    </message>
    <message>
        <source>Take up again</source>
        <extracomment>恢复预约</extracomment>
        <translation>恢复预约</translation>
    </message>
    <message>
        <source>Print the slip</source>
        <extracomment>打印凭条</extracomment>
        <translation>打印凭条</translation>
    </message>
    <message>
        <source>What</source>
        <extracomment>内容</extracomment>
        <translation>内容</translation>
    </message>
    <message>
        <source>Purpose</source>
        <extracomment>用途</extracomment>
        <translation>用途</translation>
    </message>
    <message>
        <source>People</source>
        <extracomment>人数</extracomment>
        <translation>人数</translation>
    </message>
    <message>
        <source>Cancel</source>
        <extracomment>取消</extracomment>
        <translation>取消</translation>
    </message>
    <message>
        <source>History</source>
        <extracomment>经过</extracomment>
        <translation>经过</translation>
    </message>
    <message>
        <source>This month: {used}; the middle of all is {median}; place {place} of {parties}</source>
        <extracomment>本月已用 {used}，各团队中位 {median}，排第 {place}/{parties}</extracomment>
        <translation>本月已用 {used}，各团队中位 {median}，排第 {place}/{parties}</translation>
    </message>
    <message>
        <source>date {number}</source>
        <extracomment>第 {number} 次</extracomment>
        <translation>第 {number} 次</translation>
    </message>
    <message>
        <source>skipped: {days}</source>
        <extracomment>跳过 {days}</extracomment>
        <translation>跳过 {days}</translation>
    </message>
    <message numerus="yes">
        <source>Restore %n skipped date(s)</source>
        <extracomment>恢复 %n 个跳过的日期</extracomment>
        <translation>
            <numerusform>恢复 %n 个跳过的日期</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel the booking</source>
        <translation>取消预约</translation>
    </message>
    <message>
        <source>Move to {where}?</source>
        <extracomment>改到 {where}？</extracomment>
        <translation>改到 {where}？</translation>
    </message>
    <message>
        <source>Keep the change?</source>
        <translation>保存修改？</translation>
    </message>
    <message>
        <source>Keep</source>
        <extracomment>保存</extracomment>
        <translation>保存</translation>
    </message>
    <message>
        <source>{word} ({good} of {dates})</source>
        <extracomment>{word}（{good}/{dates} 次）</extracomment>
        <translation>{word}（{good}/{dates} 次）</translation>
    </message>
    <message>
        <source>This date</source>
        <extracomment>只这一次</extracomment>
        <translation>只这一次</translation>
    </message>
    <message>
        <source>This and following</source>
        <extracomment>本次及以后</extracomment>
        <translation>本次及以后</translation>
    </message>
    <message>
        <source>All to come</source>
        <extracomment>全部未来日期</extracomment>
        <translation>全部未来日期</translation>
    </message>
    <message>
        <source>details changed</source>
        <extracomment>改资料</extracomment>
        <translation>改资料</translation>
    </message>
</context>
<context>
    <name>BookingsPage</name>
    <message>
        <source>Timeline: arrows choose, Enter books, Alt+arrows move, Ctrl+Shift+arrows resize, Del cancels</source>
        <extracomment>场地时间轴：方向键选时间，回车预约，Alt+方向键移动，Ctrl+Shift+左右改时长，Del 取消</extracomment>
        <translation>场地时间轴：方向键选时间，回车预约，Alt+方向键移动，Ctrl+Shift+左右改时长，Del 取消</translation>
    </message>
    <message>
        <source>Bookings by day: arrows walk, Enter opens the day</source>
        <translation>按日期的预约：方向键移动，回车打开当天</translation>
    </message>
    <message>
        <source>{count} more</source>
        <extracomment>还有 {count} 个</extracomment>
        <translation>还有 {count} 个</translation>
    </message>
    <message>
        <source>Undo</source>
        <extracomment>撤销</extracomment>
        <translation>撤销</translation>
    </message>
    <message>
        <source>There are no rooms yet. Add them under Settings (F8), Rooms; then they can be booked here.</source>
        <extracomment>还没有场地。到 设置（F8）→ 场地 里添加，就能在这里预约。</extracomment>
        <translation>还没有场地。到 设置（F8）→ 场地 里添加，就能在这里预约。</translation>
    </message>
    <message>
        <source>No room is like that. Choose fewer people or other equipment above.</source>
        <extracomment>没有这样的场地。放宽上面的人数或设备。</extracomment>
        <translation>没有这样的场地。放宽上面的人数或设备。</translation>
    </message>
    <message>
        <source>To do</source>
        <extracomment>待办</extracomment>
        <translation>待办</translation>
    </message>
    <message>
        <source>New booking</source>
        <extracomment>新预约</extracomment>
        <translation>新预约</translation>
    </message>
    <message>
        <source>Booking</source>
        <extracomment>预约</extracomment>
        <translation>预约</translation>
    </message>
    <message>
        <source>Esc closes</source>
        <extracomment>Esc 收起</extracomment>
        <translation>Esc 收起</translation>
    </message>
</context>
<context>
    <name>ClosedCard</name>
    <message>
        <source>whole house</source>
        <translation>全馆</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>恢复开放</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Repairs, a closed house: nobody can be in there</source>
        <translation>检修、闭馆：谁都不能用</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Why, shown to whoever asks</source>
        <translation>原因（会告诉来问的人）</translation>
    </message>
    <message>
        <source>Rooms (none chosen: the whole house)</source>
        <translation>场地（都不选：全馆）</translation>
    </message>
    <message>
        <source>Less than seven days ahead. A culture venue announces this earlier, unless the cause is sudden.</source>
        <translation>不足七天。文化场馆关闭应提前七天公告，突发情况除外。</translation>
    </message>
    <message>
        <source>Close only the days without bookings</source>
        <translation>只关闭没有预约的日子</translation>
    </message>
    <message>
        <source>Cancel those bookings and close</source>
        <translation>取消这些预约并关闭</translation>
    </message>
    <message>
        <source>Do not close</source>
        <translation>不关闭</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message numerus="yes">
        <source>%n booking(s) stand there:</source>
        <translation>
            <numerusform>那里有 %n 个预约：</numerusform>
        </translation>
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
    <name>DayRows</name>
    <message>
        <source>off</source>
        <translation>休</translation>
    </message>
    <message>
        <source>worked</source>
        <translation>班</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Weekday</source>
        <translation>星期</translation>
    </message>
    <message>
        <source>Off or worked</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Holiday</source>
        <translation>名称</translation>
    </message>
</context>
<context>
    <name>DeskPanel</name>
    <message>
        <source>Nothing waits. Click or drag over free time to book; by key, choose it with arrows, Enter.</source>
        <extracomment>没有待办。在空白处点一下或拖一段时间就能预约；键盘用方向键选时间，回车预约。</extracomment>
        <translation>没有待办。在空白处点一下或拖一段时间就能预约；键盘用方向键选时间，回车预约。</translation>
    </message>
    <message>
        <source>To approve</source>
        <extracomment>待审核</extracomment>
        <translation>待审核</translation>
    </message>
    <message>
        <source>Waiting list</source>
        <extracomment>候补</extracomment>
        <translation>候补</translation>
    </message>
    <message>
        <source>Dates to restore</source>
        <extracomment>可以恢复的日期</extracomment>
        <translation>可以恢复的日期</translation>
    </message>
    <message>
        <source>Series about to end</source>
        <extracomment>快到期的系列</extracomment>
        <translation>快到期的系列</translation>
    </message>
    <message>
        <source>Booked, nobody comes</source>
        <extracomment>订了没人来</extracomment>
        <translation>订了没人来</translation>
    </message>
    <message>
        <source>{used} this month</source>
        <extracomment>本月已用 {used}</extracomment>
        <translation>本月已用 {used}</translation>
    </message>
    <message>
        <source>Approve</source>
        <extracomment>通过</extracomment>
        <translation>通过</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>打开</extracomment>
        <translation>打开</translation>
    </message>
    <message>
        <source>Not any more</source>
        <extracomment>不要了</extracomment>
        <translation>不要了</translation>
    </message>
    <message>
        <source>held until {until}</source>
        <extracomment>保留到 {until}</extracomment>
        <translation>保留到 {until}</translation>
    </message>
    <message>
        <source>They take it</source>
        <extracomment>要</extracomment>
        <translation>要</translation>
    </message>
    <message>
        <source>They decline</source>
        <translation>不要</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <extracomment>没等到回话</extracomment>
        <translation>没等到回话</translation>
    </message>
    <message>
        <source>Wait again</source>
        <extracomment>重新排队</extracomment>
        <translation>重新排队</translation>
    </message>
    <message>
        <source>free now: ring them up</source>
        <extracomment>已空出，请打电话</extracomment>
        <translation>已空出，请打电话</translation>
    </message>
    <message>
        <source>Hold 30 min</source>
        <extracomment>已打电话，保留 30 分钟</extracomment>
        <translation>已打电话，保留 30 分钟</translation>
    </message>
    <message numerus="yes">
        <source>Restore %n date(s)</source>
        <extracomment>恢复 %n 次</extracomment>
        <translation>
            <numerusform>恢复 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>last on {day}</source>
        <extracomment>最后一次 {day}</extracomment>
        <translation>最后一次 {day}</translation>
    </message>
    <message numerus="yes">
        <source>missed %n time(s) running</source>
        <extracomment>连续 %n 次没人来</extracomment>
        <translation>
            <numerusform>连续 %n 次没人来</numerusform>
        </translation>
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
    <name>DoorScreen</name>
    <message>
        <source>Free</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>已预约</translation>
    </message>
    <message>
        <source>Being set up</source>
        <translation>整理中</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>不开放</translation>
    </message>
    <message>
        <source>for the rest of the day</source>
        <translation>今日余下时间</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>至 {time}</translation>
    </message>
    <message>
        <source>{title} (provisional)</source>
        <translation>{title}（暂定）</translation>
    </message>
    <message>
        <source>waiting for the group to check in</source>
        <translation>等候签到</translation>
    </message>
    <message>
        <source>Not open now</source>
        <translation>现在不开放</translation>
    </message>
    <message>
        <source>Ready in a moment</source>
        <translation>请稍候</translation>
    </message>
    <message>
        <source>To use it, ask at the front desk</source>
        <translation>如需使用，请到前台预约</translation>
    </message>
    <message>
        <source>Hotline {number}</source>
        <translation>热线 {number}</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <translation>M月d日 dddd</translation>
    </message>
    <message>
        <source>Next today</source>
        <translation>今日接下来</translation>
    </message>
    <message>
        <source>Nothing more today</source>
        <translation>今日没有其他安排</translation>
    </message>
</context>
<context>
    <name>EquipmentCard</name>
    <message>
        <source>Equipment to lend</source>
        <translation>可借器材</translation>
    </message>
    <message>
        <source>Add something</source>
        <translation>添加器材</translation>
    </message>
    <message>
        <source>Counted over all rooms: nothing is lent twice. Pieces 0: not lent for now.</source>
        <translation>全馆合计，不会重复借出。数量为 0：暂不外借。</translation>
    </message>
</context>
<context>
    <name>EquipmentRow</name>
    <message>
        <source>What</source>
        <translation>器材</translation>
    </message>
    <message>
        <source>projector, folding table …</source>
        <translation>投影仪、折叠桌……</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>as many as asked</source>
        <translation>不限数量</translation>
    </message>
    <message>
        <source> pieces</source>
        <translation> 件</translation>
    </message>
</context>
<context>
    <name>ExceptionRow</name>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>开放</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>why, shown to whoever asks</source>
        <translation>原因（会告诉来问的人）</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
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
        <source>Phone (optional)</source>
        <extracomment>手机（可不填）</extracomment>
        <translation>手机（可不填）</translation>
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
    <message>
        <source>{people} people</source>
        <extracomment>共 14 人</extracomment>
        <translation>共 {people} 人</translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <source>Back</source>
        <translation>往前</translation>
    </message>
    <message>
        <source>On</source>
        <translation>往后</translation>
    </message>
    <message>
        <source>Choose a day</source>
        <translation>选日期</translation>
    </message>
    <message>
        <source>Today</source>
        <extracomment>今天</extracomment>
        <translation>今天</translation>
    </message>
    <message>
        <source>Day</source>
        <extracomment>时间轴</extracomment>
        <translation>时间轴</translation>
    </message>
    <message>
        <source>Week</source>
        <extracomment>周</extracomment>
        <translation>周</translation>
    </message>
    <message>
        <source>Month</source>
        <extracomment>月</extracomment>
        <translation>月</translation>
    </message>
    <message>
        <source>List</source>
        <extracomment>列表</extracomment>
        <translation>列表</translation>
    </message>
    <message>
        <source>Book</source>
        <extracomment>新预约</extracomment>
        <translation>新预约</translation>
    </message>
    <message>
        <source>Rooms for so many people</source>
        <translation>按人数找场地</translation>
    </message>
    <message>
        <source>Rooms with this equipment</source>
        <translation>按设备找场地</translation>
    </message>
    <message>
        <source>any size</source>
        <extracomment>人数不限</extracomment>
        <translation>人数不限</translation>
    </message>
    <message>
        <source>{heads}+ people</source>
        <extracomment>≥ {heads} 人</extracomment>
        <translation>≥ {heads} 人</translation>
    </message>
    <message>
        <source>any equipment</source>
        <extracomment>设备不限</extracomment>
        <translation>设备不限</translation>
    </message>
</context>
<context>
    <name>HoursSide</name>
    <message>
        <source>closed</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>for example 8:30-11:30, 13:00-17:00</source>
        <translation>例如 8:30-11:30、13:00-17:00</translation>
    </message>
    <message>
        <source>Monday&apos;s hours on workdays</source>
        <translation>工作日都按星期一</translation>
    </message>
    <message>
        <source>Monday&apos;s hours every day</source>
        <translation>每天都按星期一</translation>
    </message>
    <message>
        <source>Add a season</source>
        <translation>添加季节</translation>
    </message>
    <message>
        <source>Remove this season</source>
        <translation>移除这个季节</translation>
    </message>
    <message>
        <source>Which hours</source>
        <translation>哪一套时间</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>Up to and including</source>
        <translation>至（含当日）</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Every year</source>
        <translation>每年</translation>
    </message>
    <message>
        <source>On statutory holidays</source>
        <translation>法定节假日</translation>
    </message>
    <message>
        <source>On weekends worked instead (调休)</source>
        <translation>调休上班的周末</translation>
    </message>
    <message>
        <source>as on any such weekday; “{closed}” closes it</source>
        <translation>与平日相同；填“{closed}”则关闭</translation>
    </message>
    <message>
        <source>Single days</source>
        <translation>个别日期</translation>
    </message>
    <message>
        <source>Changing hours of a culture venue wants notice seven days before.</source>
        <translation>文化场馆变更开放时间，应提前七天公告。</translation>
    </message>
    <message>
        <source>Add a day</source>
        <translation>添加日期</translation>
    </message>
    <message>
        <source>Ordinary weeks</source>
        <translation>平时</translation>
    </message>
    <message>
        <source>Season {first} – {last}</source>
        <translation>季节 {first} – {last}</translation>
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
    <name>HouseRulesCard</name>
    <message>
        <source>The whole house</source>
        <translation>全馆规则</translation>
    </message>
    <message>
        <source>Rooms in use at the same time</source>
        <translation>同时使用的场地数</translation>
    </message>
    <message>
        <source>The desk may still book what began</source>
        <translation>前台可补订已开始的时段</translation>
    </message>
    <message>
        <source>Rooms asked to be kept</source>
        <translation>申请中的预留</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source> min ago</source>
        <translation> 分钟以内</translation>
    </message>
    <message>
        <source>are kept before anybody accepted</source>
        <translation>批准之前也算预留</translation>
    </message>
    <message>
        <source>Changes on this card take effect at once.</source>
        <translation>本栏改动立即生效。</translation>
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
    <name>KeptCard</name>
    <message>
        <source>asked for: {what}</source>
        <translation>申请：{what}</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>May book</source>
        <translation>可预约</translation>
    </message>
    <message>
        <source>may book nevertheless</source>
        <translation>仍可预约</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Kept for somebody</source>
        <translation>预留</translation>
    </message>
    <message>
        <source>Whole days; others cannot book</source>
        <translation>整天；其他人不能预约</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>Up to and including</source>
        <translation>至（含当日）</translation>
    </message>
    <message>
        <source>For what, shown to whoever asks</source>
        <translation>为谁、为什么（会告诉来问的人）</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>场地</translation>
    </message>
    <message>
        <source>These groups and units may book nevertheless</source>
        <translation>这些团队和单位仍可预约</translation>
    </message>
    <message>
        <source>name or initials</source>
        <translation>名称或拼音首字母</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>预留</translation>
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
    <name>NewPanel</name>
    <message>
        <source>What</source>
        <extracomment>内容</extracomment>
        <translation>内容</translation>
    </message>
    <message>
        <source>Purpose</source>
        <extracomment>用途</extracomment>
        <translation>用途</translation>
    </message>
    <message>
        <source>People</source>
        <extracomment>人数</extracomment>
        <translation>人数</translation>
    </message>
    <message>
        <source>Book all the same: why</source>
        <extracomment>仍要预约：理由</extracomment>
        <translation>仍要预约：理由</translation>
    </message>
    <message>
        <source>Book and print the slip</source>
        <extracomment>预约并打印凭条</extracomment>
        <translation>预约并打印凭条</translation>
    </message>
    <message>
        <source>Book without a slip</source>
        <extracomment>只预约，不打印</extracomment>
        <translation>只预约，不打印</translation>
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
        <source>Phone (optional, the last 4 digits are enough)</source>
        <extracomment>手机（可不填，后 4 位即可）</extracomment>
        <translation>手机（可不填，后 4 位即可）</translation>
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
    <name>OfferBox</name>
    <message>
        <source>Only the {free} free dates</source>
        <extracomment>只订 {free} 次空档</extracomment>
        <translation>只订 {free} 次空档</translation>
    </message>
    <message>
        <source>Waiting list: ring them up</source>
        <extracomment>排候补，空出来打电话</extracomment>
        <translation>排候补，空出来打电话</translation>
    </message>
    <message>
        <source>Instead:</source>
        <extracomment>可选：</extracomment>
        <translation>可选：</translation>
    </message>
    <message>
        <source> (all {dates} free)</source>
        <extracomment>（{dates} 次全空）</extracomment>
        <translation>（{dates} 次全空）</translation>
    </message>
    <message>
        <source>In {room}</source>
        <extracomment>改到 {room}</extracomment>
        <translation>改到 {room}</translation>
    </message>
    <message>
        <source>Shorter: {times}</source>
        <extracomment>缩短为 {times}</extracomment>
        <translation>缩短为 {times}</translation>
    </message>
    <message>
        <source>Earlier: {times}</source>
        <extracomment>提前到 {times}</extracomment>
        <translation>提前到 {times}</translation>
    </message>
    <message>
        <source>Later: {times}</source>
        <extracomment>改到 {times}</extracomment>
        <translation>改到 {times}</translation>
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
    <name>QuotaRow</name>
    <message>
        <source>times</source>
        <translation>次</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>a day</source>
        <translation>每天</translation>
    </message>
    <message>
        <source>a week</source>
        <translation>每周</translation>
    </message>
    <message>
        <source>a month</source>
        <translation>每月</translation>
    </message>
    <message>
        <source>a year</source>
        <translation>每年</translation>
    </message>
    <message>
        <source>in this room</source>
        <translation>限本场地</translation>
    </message>
    <message>
        <source>in the whole hub</source>
        <translation>全馆合计</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>最多</translation>
    </message>
    <message>
        <source>Times or hours</source>
        <translation>次或小时</translation>
    </message>
    <message>
        <source>Per</source>
        <translation>每</translation>
    </message>
    <message>
        <source>Where it counts</source>
        <translation>计算范围</translation>
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
    <name>RepeatEditor</name>
    <message>
        <source>Repeats</source>
        <extracomment>重复</extracomment>
        <translation>重复</translation>
    </message>
    <message>
        <source>Every</source>
        <extracomment>每隔</extracomment>
        <translation>每隔</translation>
    </message>
    <message>
        <source>Ends</source>
        <extracomment>结束</extracomment>
        <translation>结束</translation>
    </message>
    <message>
        <source>Dates</source>
        <extracomment>次数</extracomment>
        <translation>次数</translation>
    </message>
    <message>
        <source>Until</source>
        <extracomment>到</extracomment>
        <translation>到</translation>
    </message>
    <message>
        <source>On day</source>
        <extracomment>日期</extracomment>
        <translation>日期</translation>
    </message>
    <message>
        <source>Which one</source>
        <extracomment>第几个</extracomment>
        <translation>第几个</translation>
    </message>
    <message>
        <source>Pick the dates</source>
        <extracomment>挑选日期</extracomment>
        <translation>挑选日期</translation>
    </message>
    <message>
        <source>Skip public holidays</source>
        <extracomment>跳过法定节假日</extracomment>
        <translation>跳过法定节假日</translation>
    </message>
    <message>
        <source>Heed make-up workdays</source>
        <extracomment>随调休：上班的周末不算周末</extracomment>
        <translation>随调休：上班的周末不算周末</translation>
    </message>
    <message>
        <source>by number</source>
        <extracomment>按次数</extracomment>
        <translation>按次数</translation>
    </message>
    <message>
        <source>by date</source>
        <extracomment>到某日</extracomment>
        <translation>到某日</translation>
    </message>
    <message>
        <source>last day</source>
        <extracomment>最后一天</extracomment>
        <translation>最后一天</translation>
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
    <message>
        <source>Roll call sent to the printer: {people} people</source>
        <extracomment>疏散名单已送打印，共 47 人</extracomment>
        <translation>疏散名单已送打印，共 {people} 人</translation>
    </message>
    <message>
        <source>Signed out · {name}</source>
        <extracomment>已签退 · 王秀英</extracomment>
        <translation>已签退 · {name}</translation>
    </message>
    <message>
        <source>Everybody signed out: {people} people</source>
        <extracomment>全部签退，共 47 人</extracomment>
        <translation>全部签退，共 {people} 人</translation>
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
    <name>RoomRows</name>
    <message>
        <source>{name} (out of service)</source>
        <translation>{name}（停用）</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>场地</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>楼层</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>面积</translation>
    </message>
</context>
<context>
    <name>RoomsPart</name>
    <message>
        <source>Rooms</source>
        <translation>场地</translation>
    </message>
    <message>
        <source>New room</source>
        <translation>新场地</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Save room</source>
        <translation>保存场地</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Door screen</source>
        <translation>门口屏</translation>
    </message>
    <message>
        <source>out of service</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>The room</source>
        <translation>基本</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>开放时间</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Choose a room on the left, or begin a new one.</source>
        <translation>请在左侧选一个场地，或新建一个。</translation>
    </message>
    <message>
        <source>Do not keep</source>
        <translation>不保留</translation>
    </message>
    <message>
        <source>Out of service</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Back in service</source>
        <translation>恢复使用</translation>
    </message>
</context>
<context>
    <name>RoomsSection</name>
    <message>
        <source>Each room</source>
        <translation>逐个场地</translation>
    </message>
    <message>
        <source>Closed and kept</source>
        <translation>关闭与预留</translation>
    </message>
    <message>
        <source>Equipment, house, sheets</source>
        <translation>器材、全馆、海报</translation>
    </message>
    <message>
        <source>Holidays</source>
        <translation>节假日</translation>
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
</context>
<context>
    <name>RulesSide</name>
    <message>
        <source>Book at the latest before</source>
        <translation>最晚提前</translation>
    </message>
    <message>
        <source>Book at the earliest before</source>
        <translation>最早提前</translation>
    </message>
    <message>
        <source>Groups at the same time</source>
        <translation>同时使用的团队</translation>
    </message>
    <message>
        <source>Shortest use</source>
        <translation>最短使用</translation>
    </message>
    <message>
        <source>Longest use</source>
        <translation>最长使用</translation>
    </message>
    <message>
        <source>Uses in a row, one group</source>
        <translation>同一团队最多连用</translation>
    </message>
    <message>
        <source>Setting up, before</source>
        <translation>前置准备</translation>
    </message>
    <message>
        <source>Clearing up, after</source>
        <translation>后置整理</translation>
    </message>
    <message>
        <source>In a row up to a gap of</source>
        <translation>间隔多少以内算连用</translation>
    </message>
    <message>
        <source>Check in from so early on</source>
        <translation>可提前签到</translation>
    </message>
    <message>
        <source>Nobody came: free again after</source>
        <translation>无人到场，多久释放</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>Check-in</source>
        <translation>签到</translation>
    </message>
    <message>
        <source>Night</source>
        <translation>过夜</translation>
    </message>
    <message>
        <source>Somebody must approve</source>
        <translation>须工作人员审核</translation>
    </message>
    <message>
        <source>People check in when they come</source>
        <translation>到场须签到</translation>
    </message>
    <message>
        <source>May be used over midnight</source>
        <translation>可跨零点使用</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source> days</source>
        <translation> 天</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>never</source>
        <translation>不释放</translation>
    </message>
    <message>
        <source>At most, per person or group</source>
        <translation>每人或每个团队的上限</translation>
    </message>
    <message>
        <source>Add a limit</source>
        <translation>添加上限</translation>
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
        <source>Rooms</source>
        <translation>场地</translation>
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
    <message>
        <source>Out of service: {detail}. What is booked there stays.</source>
        <translation>已停用：{detail}。已有预约不变。</translation>
    </message>
    <message>
        <source>Back in service: {detail}.</source>
        <translation>已恢复使用：{detail}。</translation>
    </message>
    <message>
        <source>Season removed. It counts once the room is saved.</source>
        <translation>已移除季节，保存场地后生效。</translation>
    </message>
    <message>
        <source>Day removed. It counts once the room is saved.</source>
        <translation>已移除日期，保存场地后生效。</translation>
    </message>
    <message>
        <source>Limit removed. It counts once the room is saved.</source>
        <translation>已移除上限，保存场地后生效。</translation>
    </message>
    <message>
        <source>Closed: {detail}.</source>
        <translation>已关闭：{detail}。</translation>
    </message>
    <message>
        <source>Closed. Bookings cancelled: {detail}. Ring these people up.</source>
        <translation>已关闭，取消了 {detail} 个预约，请逐个电话告知。</translation>
    </message>
    <message>
        <source>Open again: {detail}.</source>
        <translation>已恢复开放：{detail}。</translation>
    </message>
    <message>
        <source>Kept: {detail}.</source>
        <translation>已预留：{detail}。</translation>
    </message>
    <message>
        <source>Kept. Bookings cancelled: {detail}. Ring these people up.</source>
        <translation>已预留，取消了 {detail} 个预约，请逐个电话告知。</translation>
    </message>
    <message>
        <source>No longer kept: {detail}.</source>
        <translation>不再预留：{detail}。</translation>
    </message>
    <message>
        <source>Holidays of {detail} are known now; series follow them.</source>
        <translation>{detail} 年节假日已导入，系列预约随之调整。</translation>
    </message>
    <message>
        <source>Made: {detail}</source>
        <translation>已生成：{detail}</translation>
    </message>
    <message>
        <source>On its way to the printer: {detail}</source>
        <translation>已送打印机：{detail}</translation>
    </message>
    <message>
        <source>Not made: {detail}</source>
        <translation>未生成：{detail}</translation>
    </message>
</context>
<context>
    <name>SheetsCard</name>
    <message>
        <source>Save the sheet</source>
        <translation>保存海报</translation>
    </message>
    <message>
        <source>Sheets for the wall</source>
        <translation>墙上海报</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>纸张</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>本周</translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation>存为 PDF</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Groups and titles in large type, nobody&apos;s name. A3 is read from two metres, A4 from 1.4.</source>
        <translation>大字写明时间、内容和团队，不写个人姓名。A3 两米外可读，A4 一米四。</translation>
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
    <name>VerdictBox</name>
    <message>
        <source>Show all {dates} dates</source>
        <extracomment>显示全部 {dates} 次</extracomment>
        <translation>显示全部 {dates} 次</translation>
    </message>
    <message>
        <source>Free</source>
        <extracomment>空闲，可以预约</extracomment>
        <translation>空闲，可以预约</translation>
    </message>
    <message>
        <source>Not to be had</source>
        <extracomment>这个时间订不到</extracomment>
        <translation>这个时间订不到</translation>
    </message>
    <message>
        <source>All {dates} dates are free</source>
        <extracomment>{dates} 次全部空闲</extracomment>
        <translation>{dates} 次全部空闲</translation>
    </message>
    <message>
        <source>{refused} of {dates} dates cannot be had</source>
        <extracomment>{dates} 次中有 {refused} 次冲突</extracomment>
        <translation>{dates} 次中有 {refused} 次冲突</translation>
    </message>
    <message>
        <source>Free, to be approved</source>
        <extracomment>空闲，需要审核</extracomment>
        <translation>空闲，需要审核</translation>
    </message>
    <message>
        <source>Free, provisional while the district is out of reach</source>
        <extracomment>空闲，先暂定（未连上区里）</extracomment>
        <translation>空闲，先暂定（未连上区里）</translation>
    </message>
</context>
<context>
    <name>WhenEditor</name>
    <message>
        <source>Room</source>
        <extracomment>场地</extracomment>
        <translation>场地</translation>
    </message>
    <message>
        <source>Day</source>
        <extracomment>日期</extracomment>
        <translation>日期</translation>
    </message>
    <message>
        <source>From</source>
        <extracomment>从</extracomment>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <extracomment>到</extracomment>
        <translation>到</translation>
    </message>
</context>
<context>
    <name>WhoEditor</name>
    <message>
        <source>Who answers for it</source>
        <extracomment>预约人</extracomment>
        <translation>预约人</translation>
    </message>
    <message>
        <source>Name / pinyin / phone tail</source>
        <extracomment>姓名 / 拼音 / 手机尾号</extracomment>
        <translation>姓名 / 拼音 / 手机尾号</translation>
    </message>
    <message>
        <source>As</source>
        <extracomment>名义</extracomment>
        <translation>名义</translation>
    </message>
    <message>
        <source>Telephone</source>
        <extracomment>联系电话</extracomment>
        <translation>联系电话</translation>
    </message>
    <message>
        <source>Name of the unit</source>
        <extracomment>团队名称 / 单位名称</extracomment>
        <translation>团队名称 / 单位名称</translation>
    </message>
    <message>
        <source>Name of the group</source>
        <translation>团队名称</translation>
    </message>
    <message>
        <source>Not on record: booked under this name. They must be of age.</source>
        <extracomment>没有登记过，按新人预约；责任人须年满 18 岁</extracomment>
        <translation>没有登记过，按新人预约；责任人须年满 18 岁</translation>
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
    <name>YearsPart</name>
    <message>
        <source>Pack of a year</source>
        <translation>年度节假日文件</translation>
    </message>
    <message>
        <source>Holidays and worked weekends</source>
        <translation>节假日与调休上班</translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Import a year…</source>
        <translation>导入一年…</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>Do not keep it</source>
        <translation>不采用</translation>
    </message>
    <message>
        <source>The State Council announces a year in the autumn before. Type its days into a table with the columns 日期, 类型 (休 or 班), 名称 and 依据, saved as Excel, CSV or TOML, and import it here.</source>
        <translation>国务院一般在前一年秋天公布下一年的安排。把日期填成表格，列为：日期、类型（休或班）、名称、依据，存成 Excel、CSV 或 TOML，在这里导入。</translation>
    </message>
    <message>
        <source>announced</source>
        <translation>已公布</translation>
    </message>
    <message>
        <source>not announced yet</source>
        <translation>未公布</translation>
    </message>
    <message>
        <source>From {file}, not kept yet.</source>
        <translation>来自 {file}，尚未采用。</translation>
    </message>
    <message>
        <source>Nothing is announced for {year}.</source>
        <translation>{year} 年未公布，暂按常规推算。</translation>
    </message>
    <message>
        <source>the State Council&apos;s notice, as it came with the program ({basis})</source>
        <translation>国务院办公厅通知，随程序提供（{basis}）</translation>
    </message>
    <message>
        <source>{year} rests on: {basis}</source>
        <translation>{year} 年依据：{basis}</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>未注明</translation>
    </message>
    <message>
        <source>{year}: {off} days off, {worked} weekend days worked. Look them through.</source>
        <translation>{year} 年：休 {off} 天，班 {worked} 天。请核对后采用。</translation>
    </message>
    <message>
        <source>Reckoned by custom until the notice comes; days moved for 调休 are not known.</source>
        <translation>未公布，暂按常规推算：只含周末和法定日，不含调休。</translation>
    </message>
</context>
<context>
    <name>bookings</name>
    <message>
        <source>Booked · {title} {when}</source>
        <extracomment>已预约 · {title} {when}</extracomment>
        <translation>已预约 · {title} {when}</translation>
    </message>
    <message>
        <source>Moved to {when} · {title}</source>
        <extracomment>已改到 {when} · {title}</extracomment>
        <translation>已改到 {when} · {title}</translation>
    </message>
    <message>
        <source>Changed · {title}</source>
        <extracomment>已修改 · {title}</extracomment>
        <translation>已修改 · {title}</translation>
    </message>
    <message>
        <source>Cancelled · {title} {when}</source>
        <extracomment>已取消 · {title} {when}</extracomment>
        <translation>已取消 · {title} {when}</translation>
    </message>
    <message>
        <source>They are here · {title}</source>
        <extracomment>已到 · {title}</extracomment>
        <translation>已到 · {title}</translation>
    </message>
    <message>
        <source>Over · {title}; the rest is free</source>
        <extracomment>已结束 · {title}，余下时间空出</extracomment>
        <translation>已结束 · {title}，余下时间空出</translation>
    </message>
    <message>
        <source>Approved · {title} {when}</source>
        <extracomment>已通过 · {title} {when}</extracomment>
        <translation>已通过 · {title} {when}</translation>
    </message>
    <message>
        <source>Refused · {title} {when}</source>
        <extracomment>未通过 · {title} {when}</extracomment>
        <translation>未通过 · {title} {when}</translation>
    </message>
    <message>
        <source>Taken up again · {title} {when}</source>
        <extracomment>已恢复 · {title} {when}</extracomment>
        <translation>已恢复 · {title} {when}</translation>
    </message>
    <message>
        <source>{count} dates restored · {title}</source>
        <extracomment>已恢复 {count} 次 · {title}</extracomment>
        <translation>已恢复 {count} 次 · {title}</translation>
    </message>
    <message>
        <source>Slip sent to the printer</source>
        <extracomment>凭条已送打印</extracomment>
        <translation>凭条已送打印</translation>
    </message>
    <message>
        <source>On the waiting list · {name}</source>
        <extracomment>已排候补 · {name}</extracomment>
        <translation>已排候补 · {name}</translation>
    </message>
    <message>
        <source>Held for {name} until {until}</source>
        <extracomment>已为 {name} 保留到 {until}</extracomment>
        <translation>已为 {name} 保留到 {until}</translation>
    </message>
    <message>
        <source>No longer waiting · {name}</source>
        <extracomment>不再候补 · {name}</extracomment>
        <translation>不再候补 · {name}</translation>
    </message>
    <message>
        <source>Not to be had · {reason}</source>
        <extracomment>订不到 · {reason}</extracomment>
        <translation>订不到 · {reason}</translation>
    </message>
    <message>
        <source>Requested, to be approved · {title} {when}</source>
        <translation>已申请，待审核 · {title} {when}</translation>
    </message>
    <message>
        <source>Provisional · {title} {when}</source>
        <translation>暂定 · {title} {when}</translation>
    </message>
    <message>
        <source>{count} dates</source>
        <translation>共 {count} 次</translation>
    </message>
    <message>
        <source>{skipped} skipped</source>
        <translation>跳过 {skipped} 次</translation>
    </message>
    <message>
        <source>{displaced} requests lost: ring them up</source>
        <translation>{displaced} 个申请落空，请打电话</translation>
    </message>
    <message>
        <source>Taken back · {title}</source>
        <translation>已撤回 · {title}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>in the past</source>
        <extracomment>时间已过</extracomment>
        <translation>时间已过</translation>
    </message>
    <message>
        <source>who answers for it is under 18</source>
        <extracomment>责任人未满 18 岁</extracomment>
        <translation>责任人未满 18 岁</translation>
    </message>
    <message>
        <source>at least one person must come</source>
        <extracomment>人数至少 1</extracomment>
        <translation>人数至少 1</translation>
    </message>
    <message>
        <source>holds {capacity} people only</source>
        <extracomment>场地限 {capacity} 人</extracomment>
        <translation>场地限 {capacity} 人</translation>
    </message>
    <message>
        <source>the room is for other purposes</source>
        <extracomment>该场地不作此用</extracomment>
        <translation>该场地不作此用</translation>
    </message>
    <message>
        <source>shorter than {length}</source>
        <extracomment>至少 {length}</extracomment>
        <translation>至少 {length}</translation>
    </message>
    <message>
        <source>longer than {length}</source>
        <extracomment>最长 {length}</extracomment>
        <translation>最长 {length}</translation>
    </message>
    <message>
        <source>not lent over midnight</source>
        <extracomment>不能跨夜</extracomment>
        <translation>不能跨夜</translation>
    </message>
    <message>
        <source>meets its own date {day}</source>
        <extracomment>与本系列 {day} 重叠</extracomment>
        <translation>与本系列 {day} 重叠</translation>
    </message>
    <message>
        <source>the room is out of service</source>
        <extracomment>场地停用</extracomment>
        <translation>场地停用</translation>
    </message>
    <message>
        <source>open {open}</source>
        <extracomment>开放 {open}</extracomment>
        <translation>开放 {open}</translation>
    </message>
    <message>
        <source>closed: {why}</source>
        <extracomment>{why}</extracomment>
        <translation>{why}</translation>
    </message>
    <message>
        <source>kept for {why}</source>
        <extracomment>预留：{why}</extracomment>
        <translation>预留：{why}</translation>
    </message>
    <message>
        <source>{title} {times}</source>
        <extracomment>{title} {times}</extracomment>
        <translation>{title} {times}</translation>
    </message>
    <message>
        <source>{groups} groups are there already</source>
        <extracomment>已有 {groups} 个团队</extracomment>
        <translation>已有 {groups} 个团队</translation>
    </message>
    <message>
        <source>no more than {rooms} rooms at once</source>
        <extracomment>全馆最多同时用 {rooms} 间</extracomment>
        <translation>全馆最多同时用 {rooms} 间</translation>
    </message>
    <message>
        <source>{title} waits for approval</source>
        <extracomment>{title} 待审核</extracomment>
        <translation>{title} 待审核</translation>
    </message>
    <message>
        <source>kept for the waiting list until {until}</source>
        <extracomment>为候补保留至 {until}</extracomment>
        <translation>为候补保留至 {until}</translation>
    </message>
    <message>
        <source>not enough {thing}: {out} are out</source>
        <extracomment>{thing}不够：已借出 {out}</extracomment>
        <translation>{thing}不够：已借出 {out}</translation>
    </message>
    <message>
        <source>over the quota: {quota}</source>
        <extracomment>超出额度：{quota}</extracomment>
        <translation>超出额度：{quota}</translation>
    </message>
    <message>
        <source>no more than {most} in a row</source>
        <extracomment>连用最多 {most} 次</extracomment>
        <translation>连用最多 {most} 次</translation>
    </message>
    <message>
        <source>at the earliest {moment}</source>
        <extracomment>须提前，最早 {moment}</extracomment>
        <translation>须提前，最早 {moment}</translation>
    </message>
    <message>
        <source>lent until {moment} only</source>
        <extracomment>只订到 {moment}</extracomment>
        <translation>只订到 {moment}</translation>
    </message>
    <message>
        <source>closed all day</source>
        <translation>全天不开放</translation>
    </message>
    <message>
        <source>{most} a day</source>
        <extracomment>每天 {most} 次</extracomment>
        <translation>每天 {most} 次</translation>
    </message>
    <message>
        <source>{most} a week</source>
        <extracomment>每周 {most} 次</extracomment>
        <translation>每周 {most} 次</translation>
    </message>
    <message>
        <source>{most} a month</source>
        <extracomment>每月 {most} 次</extracomment>
        <translation>每月 {most} 次</translation>
    </message>
    <message>
        <source>{most} a year</source>
        <extracomment>每年 {most} 次</extracomment>
        <translation>每年 {most} 次</translation>
    </message>
    <message>
        <source>{hours} h a day</source>
        <extracomment>每天 {hours} 小时</extracomment>
        <translation>每天 {hours} 小时</translation>
    </message>
    <message>
        <source>{hours} h a week</source>
        <extracomment>每周 {hours} 小时</extracomment>
        <translation>每周 {hours} 小时</translation>
    </message>
    <message>
        <source>{hours} h a month</source>
        <extracomment>每月 {hours} 小时</extracomment>
        <translation>每月 {hours} 小时</translation>
    </message>
    <message>
        <source>{hours} h a year</source>
        <extracomment>每年 {hours} 小时</extracomment>
        <translation>每年 {hours} 小时</translation>
    </message>
    <message>
        <source>Does not repeat</source>
        <extracomment>不重复</extracomment>
        <translation>不重复</translation>
    </message>
    <message>
        <source>Daily</source>
        <extracomment>每天</extracomment>
        <translation>每天</translation>
    </message>
    <message>
        <source>Weekly</source>
        <extracomment>每周</extracomment>
        <translation>每周</translation>
    </message>
    <message>
        <source>Monthly by date</source>
        <extracomment>每月按日期</extracomment>
        <translation>每月按日期</translation>
    </message>
    <message>
        <source>Monthly by weekday</source>
        <extracomment>每月按星期</extracomment>
        <translation>每月按星期</translation>
    </message>
    <message>
        <source>Picked dates</source>
        <extracomment>挑选日期</extracomment>
        <translation>挑选日期</translation>
    </message>
    <message>
        <source>first</source>
        <extracomment>第一个</extracomment>
        <translation>第一个</translation>
    </message>
    <message>
        <source>second</source>
        <extracomment>第二个</extracomment>
        <translation>第二个</translation>
    </message>
    <message>
        <source>third</source>
        <extracomment>第三个</extracomment>
        <translation>第三个</translation>
    </message>
    <message>
        <source>fourth</source>
        <extracomment>第四个</extracomment>
        <translation>第四个</translation>
    </message>
    <message>
        <source>last</source>
        <extracomment>最后一个</extracomment>
        <translation>最后一个</translation>
    </message>
    <message>
        <source>until {day}</source>
        <extracomment>到 {day} 止</extracomment>
        <translation>到 {day} 止</translation>
    </message>
    <message>
        <source>{dates} dates</source>
        <extracomment>共 {dates} 次</extracomment>
        <translation>共 {dates} 次</translation>
    </message>
    <message>
        <source>not on public holidays</source>
        <extracomment>跳过法定节假日</extracomment>
        <translation>跳过法定节假日</translation>
    </message>
    <message>
        <source>heeding make-up workdays</source>
        <extracomment>随调休上班日</extracomment>
        <translation>随调休上班日</translation>
    </message>
    <message>
        <source>, </source>
        <extracomment>，</extracomment>
        <translation>，</translation>
    </message>
    <message>
        <source> and </source>
        <extracomment>、</extracomment>
        <translation>、</translation>
    </message>
    <message>
        <source>every day</source>
        <extracomment>每天</extracomment>
        <translation>每天</translation>
    </message>
    <message>
        <source>every {every} days</source>
        <extracomment>每 {every} 天</extracomment>
        <translation>每 {every} 天</translation>
    </message>
    <message>
        <source>every {weekdays}</source>
        <extracomment>每{weekdays}</extracomment>
        <translation>每{weekdays}</translation>
    </message>
    <message>
        <source>every {every} weeks on {weekdays}</source>
        <extracomment>每 {every} 周的{weekdays}</extracomment>
        <translation>每 {every} 周的{weekdays}</translation>
    </message>
    <message>
        <source>the {nth} {weekdays}</source>
        <extracomment>{nth}{weekdays}</extracomment>
        <translation>{nth}{weekdays}</translation>
    </message>
    <message>
        <source>on picked dates</source>
        <extracomment>挑选的日期</extracomment>
        <translation>挑选的日期</translation>
    </message>
    <message>
        <source>the last day</source>
        <extracomment>最后一天</extracomment>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>day {number}</source>
        <extracomment>{number} 日</extracomment>
        <translation>{number} 日</translation>
    </message>
    <message>
        <source>{which} of every month</source>
        <extracomment>每月{which}</extracomment>
        <translation>每月{which}</translation>
    </message>
    <message>
        <source>{which} of every {every} months</source>
        <extracomment>每 {every} 个月的{which}</extracomment>
        <translation>每 {every} 个月的{which}</translation>
    </message>
    <message>
        <source>begins on {day}</source>
        <extracomment>首日改为 {day}</extracomment>
        <translation>首日改为 {day}</translation>
    </message>
    <message>
        <source>left out: {days}</source>
        <extracomment>跳过 {days}</extracomment>
        <translation>跳过 {days}</translation>
    </message>
    <message>
        <source>{months} months have no such day</source>
        <extracomment>有 {months} 个月没有这一天</extracomment>
        <translation>有 {months} 个月没有这一天</translation>
    </message>
    <message>
        <source>holidays of a year not announced yet are reckoned by custom</source>
        <extracomment>部分年份放假安排未公布，暂按常规推算</extracomment>
        <translation>部分年份放假安排未公布，暂按常规推算</translation>
    </message>
    <message>
        <source>too many dates: set an end or a number</source>
        <extracomment>次数太多，请设结束日期或次数</extracomment>
        <translation>次数太多，请设结束日期或次数</translation>
    </message>
    <message>
        <source>Requested</source>
        <extracomment>待审核</extracomment>
        <translation>待审核</translation>
    </message>
    <message>
        <source>Provisional</source>
        <extracomment>暂定</extracomment>
        <translation>暂定</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <extracomment>已确认</extracomment>
        <translation>已确认</translation>
    </message>
    <message>
        <source>Here</source>
        <extracomment>已到</extracomment>
        <translation>已到</translation>
    </message>
    <message>
        <source>Over</source>
        <extracomment>已结束</extracomment>
        <translation>已结束</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <extracomment>已取消</extracomment>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Did not come</source>
        <extracomment>爽约</extracomment>
        <translation>爽约</translation>
    </message>
    <message>
        <source>Lost</source>
        <extracomment>未订到</extracomment>
        <translation>未订到</translation>
    </message>
    <message>
        <source>req</source>
        <extracomment>审</extracomment>
        <translation>审</translation>
    </message>
    <message>
        <source>prov</source>
        <extracomment>暂</extracomment>
        <translation>暂</translation>
    </message>
    <message>
        <source>here</source>
        <extracomment>到</extracomment>
        <translation>到</translation>
    </message>
    <message>
        <source>over</source>
        <extracomment>完</extracomment>
        <translation>完</translation>
    </message>
    <message>
        <source>missed</source>
        <extracomment>爽约</extracomment>
        <translation>爽约</translation>
    </message>
    <message>
        <source>past</source>
        <extracomment>已过</extracomment>
        <translation>已过</translation>
    </message>
    <message>
        <source>not possible</source>
        <extracomment>不能订</extracomment>
        <translation>不能订</translation>
    </message>
    <message>
        <source>closed</source>
        <extracomment>不开放</extracomment>
        <translation>不开放</translation>
    </message>
    <message>
        <source>kept</source>
        <extracomment>预留</extracomment>
        <translation>预留</translation>
    </message>
    <message>
        <source>taken</source>
        <extracomment>已占用</extracomment>
        <translation>已占用</translation>
    </message>
    <message>
        <source>equipment</source>
        <extracomment>设备不足</extracomment>
        <translation>设备不足</translation>
    </message>
    <message>
        <source>on hold</source>
        <extracomment>候补保留</extracomment>
        <translation>候补保留</translation>
    </message>
    <message>
        <source>requested</source>
        <extracomment>有人申请</extracomment>
        <translation>有人申请</translation>
    </message>
    <message>
        <source>over quota</source>
        <extracomment>超额度</extracomment>
        <translation>超额度</translation>
    </message>
    <message>
        <source>notice</source>
        <extracomment>时限不符</extracomment>
        <translation>时限不符</translation>
    </message>
    <message>
        <source>free</source>
        <extracomment>空闲</extracomment>
        <translation>空闲</translation>
    </message>
    <message>
        <source>Person</source>
        <extracomment>个人</extracomment>
        <translation>个人</translation>
    </message>
    <message>
        <source>Group</source>
        <extracomment>团队</extracomment>
        <translation>团队</translation>
    </message>
    <message>
        <source>Unit</source>
        <extracomment>单位</extracomment>
        <translation>单位</translation>
    </message>
    <message>
        <source>today</source>
        <extracomment>今天</extracomment>
        <translation>今天</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <extracomment>明天</extracomment>
        <translation>明天</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <extracomment>M月d日 dddd</extracomment>
        <translation>M月d日 dddd</translation>
    </message>
    <message>
        <source>dddd, d MMMM</source>
        <extracomment>M月d日 dddd</extracomment>
        <translation>M月d日 dddd</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <extracomment>yyyy年M月</extracomment>
        <translation>yyyy年M月</translation>
    </message>
    <message>
        <source>d MMM ddd</source>
        <extracomment>MM-dd ddd</extracomment>
        <translation>MM-dd ddd</translation>
    </message>
    <message>
        <source>d MMM</source>
        <extracomment>M月d日</extracomment>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <extracomment>{hours} 小时 {minutes} 分</extracomment>
        <translation>{hours} 小时 {minutes} 分</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <extracomment>{hours} 小时</extracomment>
        <translation>{hours} 小时</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <extracomment>{minutes} 分钟</extracomment>
        <translation>{minutes} 分钟</translation>
    </message>
    <message>
        <source>{heads} people</source>
        <extracomment>{heads}人</extracomment>
        <translation>{heads}人</translation>
    </message>
    <message>
        <source>Arts exchange</source>
        <translation>文化艺术交流</translation>
    </message>
    <message>
        <source>Public affairs</source>
        <translation>公共事务商谈</translation>
    </message>
    <message>
        <source>Community discussion</source>
        <translation>社区议题研讨</translation>
    </message>
    <message>
        <source>Shared vision</source>
        <translation>社区愿景畅谈</translation>
    </message>
    <message>
        <source>Neighbour relations</source>
        <translation>邻里关系营造</translation>
    </message>
    <message>
        <source>Legal advice meets residents</source>
        <translation>法律服务对接</translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is set is no port. Choose the reader&apos;s port under Settings.</source>
        <translation type="unfinished"></translation>
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
        <source>Type what the room is called.</source>
        <extracomment>请填写场地名称。</extracomment>
        <translation>请填写场地名称。</translation>
    </message>
    <message>
        <source>The name is too long: at most {limit} characters.</source>
        <extracomment>名称太长，最多 {limit} 个字。</extracomment>
        <translation>姓名太长，最多 {limit} 个字。</translation>
    </message>
    <message>
        <source>There is a room called “{name}” already.</source>
        <extracomment>已有叫“{name}”的场地。</extracomment>
        <translation>已有叫“{name}”的场地。</translation>
    </message>
    <message>
        <source>This room is not on record here.</source>
        <extracomment>没有这个场地。</extracomment>
        <translation>没有这个场地。</translation>
    </message>
    <message>
        <source>A room cannot be a part of itself.</source>
        <extracomment>场地不能是它自己的一部分。</extracomment>
        <translation>场地不能是它自己的一部分。</translation>
    </message>
    <message>
        <source>The number of people cannot be below zero.</source>
        <extracomment>人数不能为负。</extracomment>
        <translation>人数不能为负。</translation>
    </message>
    <message>
        <source>The area is a number, for example 48 or 48.5.</source>
        <extracomment>面积请填数字，例如 48 或 48.5。</extracomment>
        <translation>面积请填数字，例如 48 或 48.5。</translation>
    </message>
    <message>
        <source>“{text}” is not understood. Write 8:30-11:30, or 8:30-11:30, 13:00-17:00; nothing is closed.</source>
        <extracomment>看不懂“{text}”。请写成 8:30-11:30，或 8:30-11:30、13:00-17:00；留空为关闭。</extracomment>
        <translation>看不懂“{text}”。请写成 8:30-11:30，或 8:30-11:30、13:00-17:00；留空为关闭。</translation>
    </message>
    <message>
        <source>Two of these stretches overlap.</source>
        <extracomment>两段时间重叠。</extracomment>
        <translation>两段时间重叠。</translation>
    </message>
    <message>
        <source>It must close after it opens.</source>
        <extracomment>结束要晚于开始。</extracomment>
        <translation>结束要晚于开始。</translation>
    </message>
    <message>
        <source>A season needs its first and last day.</source>
        <extracomment>季节要有起止日期。</extracomment>
        <translation>季节要有起止日期。</translation>
    </message>
    <message>
        <source>The season ends before it begins.</source>
        <extracomment>季节的结束早于开始。</extracomment>
        <translation>季节的结束早于开始。</translation>
    </message>
    <message>
        <source>This day has a line already.</source>
        <extracomment>这一天已经有一条。</extracomment>
        <translation>这一天已经有一条。</translation>
    </message>
    <message>
        <source>The earliest is later than the latest: nobody could book.</source>
        <extracomment>最早提前的时间短于最晚提前的时间，谁也订不到。</extracomment>
        <translation>最早提前的时间短于最晚提前的时间，谁也订不到。</translation>
    </message>
    <message>
        <source>The longest use is shorter than the shortest.</source>
        <extracomment>最长不能短于最短。</extracomment>
        <translation>最长不能短于最短。</translation>
    </message>
    <message>
        <source>At least one group.</source>
        <extracomment>至少 1 个团队。</extracomment>
        <translation>至少 1 个团队。</translation>
    </message>
    <message>
        <source>This time cannot be below zero.</source>
        <extracomment>时间不能为负。</extracomment>
        <translation>时间不能为负。</translation>
    </message>
    <message>
        <source>Say why it is closed.</source>
        <extracomment>请写明为什么关闭。</extracomment>
        <translation>请写明为什么关闭。</translation>
    </message>
    <message>
        <source>It is closed then already: {why}.</source>
        <extracomment>这段时间已因“{why}”关闭。</extracomment>
        <translation>这段时间已因“{why}”关闭。</translation>
    </message>
    <message>
        <source>There are bookings on every one of these days.</source>
        <extracomment>每一天都有预约，没有可以关闭的日子。</extracomment>
        <translation>每一天都有预约，没有可以关闭的日子。</translation>
    </message>
    <message>
        <source>This closing has been lifted meanwhile.</source>
        <extracomment>这次关闭已经撤销。</extracomment>
        <translation>这次关闭已经撤销。</translation>
    </message>
    <message>
        <source>Say for what it is kept.</source>
        <extracomment>请写明为谁、为什么预留。</extracomment>
        <translation>请写明为谁、为什么预留。</translation>
    </message>
    <message>
        <source>Choose at least one room.</source>
        <extracomment>至少选一个场地。</extracomment>
        <translation>至少选一个场地。</translation>
    </message>
    <message>
        <source>The last day is before the first.</source>
        <extracomment>结束日期早于开始日期。</extracomment>
        <translation>结束日期早于开始日期。</translation>
    </message>
    <message>
        <source>These rooms are no longer kept.</source>
        <extracomment>这次预留已经取消。</extracomment>
        <translation>这次预留已经取消。</translation>
    </message>
    <message>
        <source>Type what it is.</source>
        <extracomment>请填写名称。</extracomment>
        <translation>请填写名称。</translation>
    </message>
    <message>
        <source>“{name}” is on the list already.</source>
        <extracomment>已有“{name}”。</extracomment>
        <translation>已有“{name}”。</translation>
    </message>
    <message>
        <source>There cannot be fewer than none.</source>
        <extracomment>数量不能为负。</extracomment>
        <translation>数量不能为负。</translation>
    </message>
    <message>
        <source>Type what the group or unit is called.</source>
        <extracomment>请填写团队或单位名称。</extracomment>
        <translation>请填写团队或单位名称。</translation>
    </message>
    <message>
        <source>This file is not understood. Excel, CSV or TOML with date, kind, name, basis a day is wanted.</source>
        <extracomment>读不懂这个文件。请用 Excel、CSV 或 TOML，第一行为：日期、类型、名称、依据。</extracomment>
        <translation>读不懂这个文件。请用 Excel、CSV 或 TOML，第一行为：日期、类型、名称、依据。</translation>
    </message>
    <message>
        <source>Row {row}, {column}: “{value}” is not understood, or stands there twice.</source>
        <extracomment>第 {row} 行“{column}”的“{value}”不对：看不懂，或写了两遍。</extracomment>
        <translation>第 {row} 行“{column}”的“{value}”不对：看不懂，或写了两遍。</translation>
    </message>
    <message>
        <source>The file is too large to be a year of holidays.</source>
        <extracomment>文件太大，不像一年的节假日。</extracomment>
        <translation>文件太大，不像一年的节假日。</translation>
    </message>
    <message>
        <source>There are no days in this file.</source>
        <extracomment>文件里没有日期。</extracomment>
        <translation>文件里没有日期。</translation>
    </message>
    <message>
        <source>The file cannot be opened. Is it open elsewhere, or gone?</source>
        <extracomment>文件打不开。它是否正开着，或已被移走？</extracomment>
        <translation>文件打不开。它是否正开着，或已被移走？</translation>
    </message>
    <message>
        <source>A phone number has 11 digits; the last 4 are enough.</source>
        <translation>手机号是 11 位数字，只填后 4 位也可以。</translation>
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
        <source>Say who answers for it: name, pinyin or phone tail.</source>
        <extracomment>请填预约人：姓名、拼音或手机尾号</extracomment>
        <translation>请填预约人：姓名、拼音或手机尾号</translation>
    </message>
    <message>
        <source>Choose a room.</source>
        <extracomment>请选场地</extracomment>
        <translation>请选场地</translation>
    </message>
    <message>
        <source>Choose a time.</source>
        <extracomment>请选时间</extracomment>
        <translation>请选时间</translation>
    </message>
    <message>
        <source>The end must be after the start.</source>
        <extracomment>结束要晚于开始</extracomment>
        <translation>结束时间要晚于开始时间。</translation>
    </message>
    <message>
        <source>Times are whole minutes.</source>
        <extracomment>时间只到分钟</extracomment>
        <translation>时间只到分钟</translation>
    </message>
    <message>
        <source>{refused} of {dates} dates cannot be had. Nothing was saved; choose one of the ways below.</source>
        <extracomment>{dates} 次中有 {refused} 次订不到。什么也没有保存。</extracomment>
        <translation>{dates} 次中有 {refused} 次订不到。什么也没有保存。</translation>
    </message>
    <message>
        <source>No date can be had. Choose another room or time.</source>
        <extracomment>一次也订不到。请换场地或时间。</extracomment>
        <translation>一次也订不到。请换场地或时间。</translation>
    </message>
    <message>
        <source>Somebody else has just taken it. Choose again.</source>
        <extracomment>刚刚被别人订走了。请另选。</extracomment>
        <translation>刚刚被别人订走了。请另选。</translation>
    </message>
    <message>
        <source>These days are not dates of the series.</source>
        <extracomment>这些日期不在系列里</extracomment>
        <translation>这些日期不在系列里</translation>
    </message>
    <message>
        <source>These rooms are parts of one another: choose one.</source>
        <extracomment>这两处场地是同一块地方，只选一处</extracomment>
        <translation>这两处场地是同一块地方，只选一处</translation>
    </message>
    <message>
        <source>This booking is not on record here.</source>
        <extracomment>没有这个预约</extracomment>
        <translation>没有这个预约</translation>
    </message>
    <message>
        <source>It is over and stays as it was.</source>
        <extracomment>已经结束，不能再改</extracomment>
        <translation>已经结束，不能再改</translation>
    </message>
    <message>
        <source>It has begun or was given back; it cannot be moved.</source>
        <extracomment>已经开始或已取消，不能移动</extracomment>
        <translation>已经开始或已取消，不能移动</translation>
    </message>
    <message>
        <source>That cannot be done with a booking in this state.</source>
        <extracomment>现在的状态不能这样做</extracomment>
        <translation>现在的状态不能这样做</translation>
    </message>
    <message>
        <source>Too early: check-in opens at {opens}.</source>
        <extracomment>还不能签到，{opens} 起可以</extracomment>
        <translation>还不能签到，{opens} 起可以</translation>
    </message>
    <message>
        <source>Too late: check-in closed at {closed}. If the room is still free, take the booking up again.</source>
        <extracomment>签到时间已过（{closed}），场地已空出。还空着就点「恢复预约」。</extracomment>
        <translation>签到时间已过（{closed}），场地已空出。还空着就点「恢复预约」。</translation>
    </message>
    <message>
        <source>It has not begun; cancel it instead.</source>
        <extracomment>还没开始，可以取消</extracomment>
        <translation>还没开始，可以取消</translation>
    </message>
    <message>
        <source>Nobody has checked in to it.</source>
        <extracomment>没有人签到</extracomment>
        <translation>没有人签到</translation>
    </message>
    <message>
        <source>It no longer waits for approval.</source>
        <extracomment>已经处理过了</extracomment>
        <translation>已经处理过了</translation>
    </message>
    <message>
        <source>Say why it is booked all the same.</source>
        <extracomment>请写理由</extracomment>
        <translation>请写理由</translation>
    </message>
    <message>
        <source>Give the reason.</source>
        <extracomment>请写理由</extracomment>
        <translation>请写理由</translation>
    </message>
    <message>
        <source>At least one piece.</source>
        <extracomment>至少 1 件</extracomment>
        <translation>至少 1 件</translation>
    </message>
    <message>
        <source>There is no such purpose.</source>
        <extracomment>没有这种用途</extracomment>
        <translation>没有这种用途</translation>
    </message>
    <message>
        <source>It still has its time; nothing to take up again.</source>
        <extracomment>它还占着时间，不用恢复</extracomment>
        <translation>它还占着时间，不用恢复</translation>
    </message>
    <message>
        <source>Type the name of the group or unit.</source>
        <extracomment>请填名称</extracomment>
        <translation>请填名称</translation>
    </message>
    <message>
        <source>Every 1 to 366.</source>
        <extracomment>间隔填 1 到 366</extracomment>
        <translation>间隔填 1 到 366</translation>
    </message>
    <message>
        <source>At least one date.</source>
        <extracomment>次数至少 1</extracomment>
        <translation>次数至少 1</translation>
    </message>
    <message>
        <source>Either a number of dates or a last day, not both.</source>
        <extracomment>次数和结束日只填一样</extracomment>
        <translation>次数和结束日只填一样</translation>
    </message>
    <message>
        <source>Choose the weekdays.</source>
        <extracomment>请选星期</extracomment>
        <translation>请选星期</translation>
    </message>
    <message>
        <source>A day of the month, 1 to 31.</source>
        <extracomment>日期填 1 到 31</extracomment>
        <translation>日期填 1 到 31</translation>
    </message>
    <message>
        <source>Choose which one in the month.</source>
        <extracomment>请选第几个</extracomment>
        <translation>请选第几个</translation>
    </message>
    <message>
        <source>Pick at least one day.</source>
        <extracomment>请挑日期</extracomment>
        <translation>请挑日期</translation>
    </message>
    <message>
        <source>Too many dates: at most {most}. Set an end or a number.</source>
        <extracomment>次数太多，最多 {most} 次。请设结束日或次数。</extracomment>
        <translation>次数太多，最多 {most} 次。请设结束日或次数。</translation>
    </message>
    <message>
        <source>This rule has no date at all.</source>
        <extracomment>这个规则没有一天</extracomment>
        <translation>这个规则没有一天</translation>
    </message>
    <message>
        <source>This rule cannot be read: {part}</source>
        <extracomment>读不懂这条规则：{part}</extracomment>
        <translation>读不懂这条规则：{part}</translation>
    </message>
    <message>
        <source>Repeating within a day is not possible: {part}</source>
        <extracomment>不支持一天之内的重复：{part}</extracomment>
        <translation>不支持一天之内的重复：{part}</translation>
    </message>
    <message>
        <source>This series is not on record here.</source>
        <extracomment>没有这个系列</extracomment>
        <translation>没有这个系列</translation>
    </message>
    <message>
        <source>There is nothing before or after it to keep apart.</source>
        <extracomment>前后没有可分的日期</extracomment>
        <translation>前后没有可分的日期</translation>
    </message>
    <message>
        <source>This is not on the waiting list.</source>
        <extracomment>候补里没有这一条</extracomment>
        <translation>候补里没有这一条</translation>
    </message>
    <message>
        <source>The waiting list takes one date, not a series.</source>
        <extracomment>候补只能是一次，不能是系列</extracomment>
        <translation>候补只能是一次，不能是系列</translation>
    </message>
    <message>
        <source>It is free now: book it.</source>
        <extracomment>现在就空着，直接预约</extracomment>
        <translation>现在就空着，直接预约</translation>
    </message>
    <message>
        <source>Waiting is of no use here: nobody has it who could give it back.</source>
        <extracomment>这个时间等不来：不是被别人占用</extracomment>
        <translation>这个时间等不来：不是被别人占用</translation>
    </message>
    <message>
        <source>They no longer wait.</source>
        <extracomment>不在排队</extracomment>
        <translation>不在排队</translation>
    </message>
    <message>
        <source>Nothing was offered to them.</source>
        <extracomment>还没有打过电话</extracomment>
        <translation>还没有打过电话</translation>
    </message>
    <message>
        <source>The hold ended at {until}.</source>
        <extracomment>保留时间已过（{until}）</extracomment>
        <translation>保留时间已过（{until}）</translation>
    </message>
    <message>
        <source>They are still in line.</source>
        <extracomment>还在排队</extracomment>
        <translation>还在排队</translation>
    </message>
    <message>
        <source>The file is too large: at most {limit} MB.</source>
        <extracomment>文件太大，最多 {limit} MB</extracomment>
        <translation>文件太大，最多 {limit} MB</translation>
    </message>
    <message>
        <source>Too many events: at most {limit}.</source>
        <extracomment>日程太多，最多 {limit} 条</extracomment>
        <translation>日程太多，最多 {limit} 条</translation>
    </message>
    <message>
        <source>This is no calendar file (.ics).</source>
        <extracomment>不是日历文件（.ics）</extracomment>
        <translation>不是日历文件（.ics）</translation>
    </message>
    <message>
        <source>The calendar has no events.</source>
        <extracomment>日历里没有日程</extracomment>
        <translation>日历里没有日程</translation>
    </message>
    <message>
        <source>An event of whole days has no times; book it by hand.</source>
        <extracomment>全天日程没有时间，请手工预约</extracomment>
        <translation>全天日程没有时间，请手工预约</translation>
    </message>
    <message>
        <source>The event was cancelled.</source>
        <extracomment>已取消的日程</extracomment>
        <translation>已取消的日程</translation>
    </message>
    <message>
        <source>The event has no end.</source>
        <extracomment>没有结束时间</extracomment>
        <translation>没有结束时间</translation>
    </message>
    <message>
        <source>The event has no start.</source>
        <extracomment>没有开始时间</extracomment>
        <translation>没有开始时间</translation>
    </message>
    <message>
        <source>The event is over.</source>
        <extracomment>已经过去</extracomment>
        <translation>已经过去</translation>
    </message>
    <message>
        <source>This event cannot be read.</source>
        <extracomment>读不懂这条日程</extracomment>
        <translation>读不懂这条日程</translation>
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
        <source>Only digits, spaces and hyphens.</source>
        <translation>只能填数字、空格和短横线。</translation>
    </message>
    <message>
        <source>One capital letter, A to Z.</source>
        <translation>一个大写字母，A 到 Z。</translation>
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
        <source>Another program uses {where}. Close it and try again.</source>
        <translation>另一个程序在用 {where}。关掉它再试。</translation>
    </message>
    <message>
        <source>This user may not open {where}. Ask your technician.</source>
        <translation>当前用户不能打开 {where}，请找技术人员。</translation>
    </message>
    <message>
        <source>Windows knows no printer {where}.</source>
        <translation>Windows 里没有打印机 {where}。</translation>
    </message>
    <message>
        <source>{where} works on Windows only.</source>
        <translation>{where} 只能在 Windows 上用。</translation>
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
        <source>{where} cannot be written.</source>
        <translation>{where} 不能写入。</translation>
    </message>
    <message>
        <source>{where} is no printer address. Examples: tcp://192.168.1.50:9100, serial:COM4.</source>
        <translation>{where} 不是打印机地址。例如 tcp://192.168.1.50:9100、serial:COM4。</translation>
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
        <source>The key store of this PC is locked. Log in to it and start the desk again.</source>
        <translation>这台电脑的密钥库锁着。请登录后重新启动。</translation>
    </message>
    <message>
        <source>This visitor is already in the house.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most {limit} people of one age.</source>
        <translation type="unfinished"></translation>
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
    <message>
        <source>Bookings</source>
        <extracomment>预约</extracomment>
        <translation>预约</translation>
    </message>
</context>
<context>
    <name>rooms</name>
    <message>
        <source>New Year&apos;s Day</source>
        <translation>元旦</translation>
    </message>
    <message>
        <source>Spring Festival</source>
        <translation>春节</translation>
    </message>
    <message>
        <source>Tomb-Sweeping Day</source>
        <translation>清明节</translation>
    </message>
    <message>
        <source>Labour Day</source>
        <translation>劳动节</translation>
    </message>
    <message>
        <source>Dragon Boat Festival</source>
        <translation>端午节</translation>
    </message>
    <message>
        <source>National Day</source>
        <translation>国庆节</translation>
    </message>
    <message>
        <source>Mid-Autumn Festival</source>
        <translation>中秋节</translation>
    </message>
</context>
</TS>
