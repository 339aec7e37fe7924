<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>keyreel::player::VideoSurface</name>
    <message>
        <source>Picture</source>
        <translation>画面</translation>
    </message>
</context>
<context>
    <name>keyreel::ui</name>
    <message>
        <source>Every film needs a title</source>
        <translation>每部影片都需要标题</translation>
    </message>
    <message>
        <source>At most %1 bytes</source>
        <translation>最多 %1 字节</translation>
    </message>
    <message>
        <source>Too long</source>
        <translation>太长</translation>
    </message>
    <message>
        <source>%1 is not where it was</source>
        <translation>%1 已不在原来的位置</translation>
    </message>
    <message>
        <source>Needs a title</source>
        <translation>缺少标题</translation>
    </message>
    <message>
        <source>Title too long</source>
        <translation>标题太长</translation>
    </message>
    <message>
        <source>Description too long</source>
        <translation>简介太长</translation>
    </message>
    <message>
        <source>its maker</source>
        <translation>影片作者</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1和%2</translation>
    </message>
    <message>
        <source>This film</source>
        <translation>这部影片</translation>
    </message>
    <message>
        <source>%1 is only for people %2 has let in, and you are not among them yet.</source>
        <translation>%1 仅限 %2 授权的人观看，你还不在其中。</translation>
    </message>
    <message>
        <source>%1 is only for people %2 has let in. %3 looked, and you are not among them yet.</source>
        <translation>%1 仅限 %2 授权的人观看。%3 已查过，你还不在其中。</translation>
    </message>
    <message>
        <source>Copy your account and send it to %1. After being let in, try again.</source>
        <translation>复制你的账号发给 %1，获得授权后再试。</translation>
    </message>
    <message>
        <source>%1 needs any %2.</source>
        <translation>%1 需要其中任意 %2 个。</translation>
    </message>
    <message>
        <source>Your access and your computer are fine; the film opens as soon as one more node is back.</source>
        <translation>你的访问权和电脑都没有问题；再有一个节点恢复，影片就能打开。</translation>
    </message>
    <message>
        <source>Your access and your computer are fine; the film opens as soon as %1 more nodes are back.</source>
        <translation>你的访问权和电脑都没有问题；再有 %1 个节点恢复，影片就能打开。</translation>
    </message>
    <message>
        <source>Only %1 of %2 key nodes answered</source>
        <translation>%2 个密钥节点中只有 %1 个应答</translation>
    </message>
    <message>
        <source>Playback stopped: this part was changed.</source>
        <translation>播放已停止：这一部分被改动过。</translation>
    </message>
    <message>
        <source>Keyreel asked for it again, got the same wrong bytes, and did not decrypt them.</source>
        <translation>Keyreel 重新请求了一次，收到同样错误的数据，因此没有解密。</translation>
    </message>
    <message>
        <source>It does not match what %1 signed.</source>
        <translation>它与 %1 签名的内容不符。</translation>
    </message>
    <message>
        <source>The %1 seconds from %2 do not match what %3 signed.</source>
        <translation>从 %2 起的 %1 秒与 %3 签名的内容不符。</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>已应答</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>不需要</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>无应答</translation>
    </message>
    <message>
        <source>refused: you are not let in yet</source>
        <translation>已拒绝：你尚未获得授权</translation>
    </message>
    <message>
        <source>refused: its copy of the rights log is old</source>
        <translation>已拒绝：它的权利日志副本已过时</translation>
    </message>
    <message>
        <source>refused: this computer was revoked</source>
        <translation>已拒绝：这台电脑已被吊销</translation>
    </message>
    <message>
        <source>does not know this computer yet</source>
        <translation>还不认识这台电脑</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>繁忙</translation>
    </message>
    <message>
        <source>asked too often</source>
        <translation>请求过于频繁</translation>
    </message>
    <message>
        <source>sent a share that is not the maker&apos;s</source>
        <translation>发来的密钥分片不是作者的</translation>
    </message>
    <message>
        <source>refused (%1)</source>
        <translation>已拒绝（%1）</translation>
    </message>
    <message>
        <source>This computer was revoked.</source>
        <translation>这台电脑已被吊销。</translation>
    </message>
    <message>
        <source>To use it again, restore your identity from the 24 words or a recovery kit.</source>
        <translation>要重新使用它，请用 24 个单词或恢复包恢复你的身份。</translation>
    </message>
    <message>
        <source>This is not a code</source>
        <translation>这不是配对码</translation>
    </message>
    <message>
        <source>It is 16 letters and digits, as the other computer shows them.</source>
        <translation>它由 16 个字母和数字组成，与另一台电脑上显示的一致。</translation>
    </message>
    <message>
        <source>No computer shows this code now</source>
        <translation>目前没有电脑显示这个配对码</translation>
    </message>
    <message>
        <source>A code is good for ten minutes, and both computers have to use the same gateway. Let it show a new one.</source>
        <translation>配对码有效期为十分钟，两台电脑须使用同一网关。请让对方显示新的配对码。</translation>
    </message>
    <message>
        <source>That computer is yours already</source>
        <translation>那台电脑已经是你的了</translation>
    </message>
    <message>
        <source>These words are somebody else&apos;s</source>
        <translation>这些单词属于别人</translation>
    </message>
    <message>
        <source>The days for watching %1 offline are over.</source>
        <translation>%1 的离线观看期限已过。</translation>
    </message>
    <message>
        <source>this film</source>
        <translation>这部影片</translation>
    </message>
    <message>
        <source>Connect to the network and renew it. The film itself is still here; nothing is downloaded twice.</source>
        <translation>请连接网络并续期。影片本身仍在这里，不会重复下载。</translation>
    </message>
    <message>
        <source>This film is not kept for watching offline.</source>
        <translation>这部影片没有保存为离线观看。</translation>
    </message>
    <message>
        <source>Open its page while you are connected.</source>
        <translation>请在联网时打开它的页面。</translation>
    </message>
    <message>
        <source>What was kept of this film for watching offline is damaged.</source>
        <translation>为离线观看保存的影片数据已损坏。</translation>
    </message>
    <message>
        <source>Connect to the network and keep it anew.</source>
        <translation>请连接网络并重新保存。</translation>
    </message>
    <message>
        <source>Its maker does not let it be kept for watching offline.</source>
        <translation>作者不允许将它保存为离线观看。</translation>
    </message>
    <message>
        <source>A key node does not know this computer yet.</source>
        <translation>有一个密钥节点还不认识这台电脑。</translation>
    </message>
    <message>
        <source>New devices take up to a minute. Try again.</source>
        <translation>新设备最多需要一分钟。请再试。</translation>
    </message>
    <message>
        <source>This computer&apos;s clock and the network&apos;s do not agree.</source>
        <translation>这台电脑的时钟与网络时钟不一致。</translation>
    </message>
    <message>
        <source>Set the clock of this computer, then try again.</source>
        <translation>请校准这台电脑的时钟，然后再试。</translation>
    </message>
    <message>
        <source>A key node did not accept this computer&apos;s proof. Nothing was opened.</source>
        <translation>有一个密钥节点没有接受这台电脑的证明。什么都没有打开。</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>请再试。</translation>
    </message>
    <message>
        <source>A key node sent a share that is not the maker&apos;s. It was not used.</source>
        <translation>有一个密钥节点发来的密钥分片不是作者的，未被使用。</translation>
    </message>
    <message>
        <source>The film opens with the other nodes. Try again.</source>
        <translation>影片可以用其他节点打开。请再试。</translation>
    </message>
    <message>
        <source>A key node&apos;s copy of the rights log is old, so it refused, as it should.</source>
        <translation>有一个密钥节点的权利日志副本已过时，因此按规定拒绝了。</translation>
    </message>
    <message>
        <source>Try again in a minute.</source>
        <translation>请一分钟后再试。</translation>
    </message>
    <message>
        <source>A key node is busy.</source>
        <translation>有一个密钥节点繁忙。</translation>
    </message>
    <message>
        <source>Try again in a few seconds.</source>
        <translation>请几秒后再试。</translation>
    </message>
    <message>
        <source>This was asked for too often.</source>
        <translation>请求过于频繁。</translation>
    </message>
    <message>
        <source>The key does not open %1.</source>
        <translation>密钥打不开 %1。</translation>
    </message>
    <message>
        <source>Nothing of it was shown: what the key gives is no picture and no sound. Tell %1, who made it.</source>
        <translation>没有显示任何内容：用密钥解出的既不是画面也不是声音。请告诉作者 %1。</translation>
    </message>
    <message>
        <source>A key of %1 is missing.</source>
        <translation>%1 缺少一个密钥。</translation>
    </message>
    <message>
        <source>Tell %1, who made it.</source>
        <translation>请告诉作者 %1。</translation>
    </message>
    <message>
        <source>Your keyring is locked.</source>
        <translation>你的密钥环已锁定。</translation>
    </message>
    <message>
        <source>Unlock it to go on. Your system asks for its password; Keyreel never sees it.</source>
        <translation>请解锁以继续。系统会询问密码，Keyreel 绝不会看到它。</translation>
    </message>
    <message>
        <source>Keyreel is locked, and your keyring with it.</source>
        <translation>Keyreel 已锁定，你的密钥环也一同锁定。</translation>
    </message>
    <message>
        <source>Unlock it to publish and to open films. Your system asks for its password; Keyreel never sees it.</source>
        <translation>请解锁以发布和打开影片。系统会询问密码，Keyreel 绝不会看到它。</translation>
    </message>
    <message>
        <source>Another Keyreel program is at work for this profile.</source>
        <translation>另一个 Keyreel 程序正在使用此配置。</translation>
    </message>
    <message>
        <source>Let it finish or close it, then try again. Your films and drafts are safe.</source>
        <translation>请等它完成或将其关闭，然后再试。你的影片和草稿都是安全的。</translation>
    </message>
    <message>
        <source>No system keyring answers, so there is nowhere safe for your key.</source>
        <translation>没有系统密钥环应答，因此没有安全的地方存放你的密钥。</translation>
    </message>
    <message>
        <source>Install or start a system keyring (KWallet or GNOME Keyring), then try again.</source>
        <translation>请安装或启动系统密钥环（KWallet 或 GNOME 密钥环），然后再试。</translation>
    </message>
    <message>
        <source>The gateway or a key node on this computer did not start.</source>
        <translation>这台电脑上的网关或某个密钥节点没有启动。</translation>
    </message>
    <message>
        <source>Your library and drafts are here; another program may have its address. Try again.</source>
        <translation>你的片库和草稿都在；可能有其他程序占用了地址。请再试。</translation>
    </message>
    <message>
        <source>The system keyring refused.</source>
        <translation>系统密钥环拒绝了请求。</translation>
    </message>
    <message>
        <source>Allow Keyreel to use it, then try again.</source>
        <translation>请允许 Keyreel 使用它，然后再试。</translation>
    </message>
    <message>
        <source>Two copies of the rights log contradict each other.</source>
        <translation>权利日志的两份副本互相矛盾。</translation>
    </message>
    <message>
        <source>Nothing is opened or published until that is settled. Both copies were saved.</source>
        <translation>在此问题解决之前不会打开或发布任何内容。两份副本都已保存。</translation>
    </message>
    <message>
        <source>The gateway does not answer.</source>
        <translation>网关没有应答。</translation>
    </message>
    <message>
        <source>What is finished is kept; try again when it is back.</source>
        <translation>已完成的部分会保留；请在它恢复后再试。</translation>
    </message>
    <message>
        <source>No film has this link.</source>
        <translation>没有影片使用这个链接。</translation>
    </message>
    <message>
        <source>Ask whoever sent it for the whole link.</source>
        <translation>请向发送者索要完整的链接。</translation>
    </message>
    <message>
        <source>%1 is not published any more.</source>
        <translation>%1 已不再发布。</translation>
    </message>
    <message>
        <source>Ask %1 about it.</source>
        <translation>请向 %1 询问。</translation>
    </message>
    <message>
        <source>This is not a film link.</source>
        <translation>这不是影片链接。</translation>
    </message>
    <message>
        <source>A film link begins with keyreel:// and a name.</source>
        <translation>影片链接以 keyreel:// 和一个名称开头。</translation>
    </message>
    <message>
        <source>This is not an account.</source>
        <translation>这不是账号。</translation>
    </message>
    <message>
        <source>An account begins with did:key:z6Mk. Its owner finds it under Keys &amp; devices.</source>
        <translation>账号以 did:key:z6Mk 开头。其主人可在“密钥与设备”中找到它。</translation>
    </message>
    <message>
        <source>Only the maker of a film can change who may watch it.</source>
        <translation>只有影片的作者才能更改谁可以观看。</translation>
    </message>
    <message>
        <source>Make room on this disk, then try again. Nothing is lost.</source>
        <translation>请在此磁盘上腾出空间，然后再试。没有丢失任何内容。</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 以及另外 %2 个</translation>
    </message>
    <message>
        <source>1 of %1 files cannot become a film.</source>
        <translation>%1 个文件中有 1 个不能成为影片。</translation>
    </message>
    <message>
        <source>None of these %1 files can become a film.</source>
        <translation>这 %1 个文件都不能成为影片。</translation>
    </message>
    <message>
        <source>%1 of %2 files cannot become films.</source>
        <translation>%2 个文件中有 %1 个不能成为影片。</translation>
    </message>
    <message>
        <source>Only the first %1 files were taken.</source>
        <translation>只采用了前 %1 个文件。</translation>
    </message>
    <message>
        <source>There is no film in it.</source>
        <translation>其中没有影片。</translation>
    </message>
    <message>
        <source>There were more files than can be taken at once. Publish these first, then add the rest.</source>
        <translation>文件数量超过一次可添加的上限。请先发布这些，再添加其余的。</translation>
    </message>
    <message>
        <source>1 other file was left alone.</source>
        <translation>另有 1 个文件未处理。</translation>
    </message>
    <message>
        <source>%1 other files were left alone.</source>
        <translation>另有 %1 个文件未处理。</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>%1 spent</source>
        <translation>用时 %1</translation>
    </message>
    <message>
        <source>under 1 s</source>
        <translation>不到 1 秒</translation>
    </message>
    <message>
        <source>Paused at %1</source>
        <translation>已暂停于 %1</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>%1 of %2 kept</source>
        <translation>已保留 %1 / %2</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>%1 not needed</source>
        <translation>%1 不需要</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 answered</source>
        <translation>%1 已应答</translation>
    </message>
    <message>
        <source>Too few key nodes answered</source>
        <translation>应答的密钥节点太少</translation>
    </message>
    <message>
        <source>You were not let in</source>
        <translation>你未获授权</translation>
    </message>
    <message>
        <source>A share was not the maker&apos;s</source>
        <translation>有一个密钥分片不是作者的</translation>
    </message>
    <message>
        <source>You called it off</source>
        <translation>你已取消</translation>
    </message>
    <message>
        <source>It was refused</source>
        <translation>请求被拒绝</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Device key</source>
        <translation>设备密钥</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>网关</translation>
    </message>
    <message>
        <source>Film ID</source>
        <translation>影片 ID</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>film %1</source>
        <translation>影片 %1</translation>
    </message>
    <message>
        <source>Opened: %1</source>
        <translation>已打开：%1</translation>
    </message>
    <message>
        <source>Not opened: %1</source>
        <translation>未打开：%1</translation>
    </message>
    <message>
        <source>Published: %1</source>
        <translation>已发布：%1</translation>
    </message>
    <message>
        <source>Its record stands in the rights log</source>
        <translation>其记录已写入权利日志</translation>
    </message>
    <message>
        <source>Let in: %1</source>
        <translation>已授权：%1</translation>
    </message>
    <message>
        <source>the account %1</source>
        <translation>账号 %1</translation>
    </message>
    <message>
        <source>Access taken back: %1</source>
        <translation>已收回访问权：%1</translation>
    </message>
    <message>
        <source>from the account %1</source>
        <translation>自账号 %1</translation>
    </message>
    <message>
        <source>Device revoked</source>
        <translation>设备已吊销</translation>
    </message>
    <message>
        <source>the one with the key %1</source>
        <translation>密钥为 %1 的设备</translation>
    </message>
    <message>
        <source>This record began</source>
        <translation>记录开始</translation>
    </message>
    <message>
        <source>Every record after it is sealed to the one before</source>
        <translation>此后的每条记录都与前一条封印相连</translation>
    </message>
    <message>
        <source>What you call it</source>
        <translation>你对它的称呼</translation>
    </message>
    <message>
        <source>refuses it from now on</source>
        <translation>从现在起拒绝它</translation>
    </message>
    <message>
        <source>has it in the rights log</source>
        <translation>已将其写入权利日志</translation>
    </message>
    <message>
        <source>Add a device</source>
        <translation>添加设备</translation>
    </message>
    <message>
        <source>On the other computer choose &quot;Join with a code&quot;: at its first start, or under Keys &amp; devices. It then plays what you may, and cannot publish or let anyone in.</source>
        <translation>在另一台电脑上选择“用配对码加入”：在首次启动时或在“密钥与设备”中。之后它可以播放你能看的影片，但不能发布，也不能授权他人。</translation>
    </message>
    <message>
        <source>The code that it shows</source>
        <translation>它显示的配对码</translation>
    </message>
    <message>
        <source>16 letters and digits, good for ten minutes.</source>
        <translation>16 个字母和数字，十分钟内有效。</translation>
    </message>
    <message>
        <source>As it calls itself</source>
        <translation>它自己的名称</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Change a device</source>
        <translation>更改设备</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Any name you like</source>
        <translation>任意名称</translation>
    </message>
    <message>
        <source>Revoke a device</source>
        <translation>吊销设备</translation>
    </message>
    <message>
        <source>%1 will open none of your films from now on, also in the middle of one. It cannot be undone: to come back, it has to join again.</source>
        <translation>从现在起，%1 不能再打开你的任何影片，正在播放的也会中断。此操作无法撤销：要恢复，它必须重新加入。</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>吊销</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>%1 is revoked. Everyone who holds a key of yours knows it.</source>
        <translation>%1 已被吊销。所有持有你密钥的节点都已知晓。</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>Keyring locked</source>
        <translation>密钥环已锁定</translation>
    </message>
    <message>
        <source>No keyring</source>
        <translation>没有密钥环</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>已吊销</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Too few nodes</source>
        <translation>节点不足</translation>
    </message>
    <message>
        <source>Gateway: answers</source>
        <translation>网关：有应答</translation>
    </message>
    <message>
        <source>Gateway: no answer</source>
        <translation>网关：无应答</translation>
    </message>
    <message>
        <source>Publishing and opening protected films wait for it.</source>
        <translation>发布和打开受保护的影片都在等待它。</translation>
    </message>
    <message>
        <source>Key nodes: %1 of %2 answer</source>
        <translation>密钥节点：%2 个中有 %1 个应答</translation>
    </message>
    <message>
        <source>Any %1 open a film.</source>
        <translation>任意 %1 个即可打开影片。</translation>
    </message>
    <message>
        <source>Films wait until one more is back.</source>
        <translation>影片需等待再有一个节点恢复。</translation>
    </message>
    <message>
        <source>Keyring: unlocked</source>
        <translation>密钥环：已解锁</translation>
    </message>
    <message>
        <source>Keyring: locked</source>
        <translation>密钥环：已锁定</translation>
    </message>
    <message>
        <source>Keyring: no answer</source>
        <translation>密钥环：无应答</translation>
    </message>
    <message>
        <source>This computer&apos;s key is ready.</source>
        <translation>这台电脑的密钥已就绪。</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>在这台电脑上</translation>
    </message>
    <message>
        <source>Drafts, and films that are open already.</source>
        <translation>草稿，以及已打开的影片。</translation>
    </message>
    <message>
        <source>without a network</source>
        <translation>无需网络</translation>
    </message>
    <message>
        <source>It is kept on this computer</source>
        <translation>它保存在这台电脑上</translation>
    </message>
    <message>
        <source>Its key nodes signed for how long. Their signatures were checked again.</source>
        <translation>密钥节点已签名确认期限，签名已重新核验。</translation>
    </message>
    <message>
        <source>The time was checked</source>
        <translation>时间已核验</translation>
    </message>
    <message>
        <source>A clock that is turned back makes it last no longer.</source>
        <translation>把时钟往回拨不会延长期限。</translation>
    </message>
    <message>
        <source>Keys are in memory only</source>
        <translation>密钥只在内存中</translation>
    </message>
    <message>
        <source>Unsealed with this computer&apos;s key. Wiped when you close the film.</source>
        <translation>用这台电脑的密钥解封，关闭影片时即清除。</translation>
    </message>
    <message>
        <source>Every part is checked</source>
        <translation>每一部分都经过核验</translation>
    </message>
    <message>
        <source>A part that was changed on the disk is refused, never shown.</source>
        <translation>在磁盘上被改动的部分会被拒绝，绝不显示。</translation>
    </message>
    <message>
        <source>See the record</source>
        <translation>查看记录</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>from your click to the first key</source>
        <translation>从点击到得到第一个密钥</translation>
    </message>
    <message>
        <source>Its record was checked</source>
        <translation>其记录已核验</translation>
    </message>
    <message>
        <source>The rights log and what %1 signed.</source>
        <translation>权利日志以及 %1 签名的内容。</translation>
    </message>
    <message>
        <source>The gateway gave a pass</source>
        <translation>网关发放了通行证</translation>
    </message>
    <message>
        <source>For this film, this computer and five minutes. It cannot open anything by itself.</source>
        <translation>仅用于这部影片、这台电脑，有效五分钟。单凭它打不开任何内容。</translation>
    </message>
    <message>
        <source>%1 of %2 key nodes answered</source>
        <translation>%2 个密钥节点中有 %1 个应答</translation>
    </message>
    <message>
        <source>Each checked for itself that you may watch.</source>
        <translation>每个节点都独立核实了你可以观看。</translation>
    </message>
    <message>
        <source>Put together on this computer. Wiped when you close the film.</source>
        <translation>在这台电脑上合成，关闭影片时即清除。</translation>
    </message>
    <message>
        <source>A part that was changed on the way is refused, never shown.</source>
        <translation>在途中被改动的部分会被拒绝，绝不显示。</translation>
    </message>
    <message>
        <source>Write down your 24 words</source>
        <translation>抄下你的 24 个单词</translation>
    </message>
    <message>
        <source>Your 24 words</source>
        <translation>你的 24 个单词</translation>
    </message>
    <message>
        <source>On paper, in this order. They bring your identity and your films back on another computer. Whoever has them is you: keep them away from this one.</source>
        <translation>按此顺序写在纸上。它们能在另一台电脑上找回你的身份和影片。谁拥有它们，谁就是你：请勿放在这台电脑旁边。</translation>
    </message>
    <message>
        <source>I wrote them down</source>
        <translation>我已抄下</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>稍后</translation>
    </message>
    <message>
        <source>You find them under
Keys &amp; devices</source>
        <translation>可在“密钥与设备”
中找到</translation>
    </message>
    <message>
        <source>mono</source>
        <translation>单声道</translation>
    </message>
    <message>
        <source>stereo</source>
        <translation>立体声</translation>
    </message>
    <message>
        <source>%1 channels</source>
        <translation>%1 声道</translation>
    </message>
    <message>
        <source>commentary</source>
        <translation>解说</translation>
    </message>
    <message>
        <source>audio description</source>
        <translation>口述影像</translation>
    </message>
    <message>
        <source>dubbed</source>
        <translation>配音</translation>
    </message>
    <message>
        <source>clear speech</source>
        <translation>清晰对白</translation>
    </message>
    <message>
        <source>captions</source>
        <translation>听障字幕</translation>
    </message>
    <message>
        <source>forced</source>
        <translation>强制</translation>
    </message>
    <message>
        <source>description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Unknown language</source>
        <translation>未知语言</translation>
    </message>
    <message>
        <source>signed that it gave its share, %1</source>
        <translation>已签名确认交出分片，%1</translation>
    </message>
    <message>
        <source>%1, as the device says</source>
        <translation>%1（据设备所述）</translation>
    </message>
    <message>
        <source>This proof holds</source>
        <translation>此证明成立</translation>
    </message>
    <message>
        <source>%1 was opened on %2 with the shares of %3 of %4 key nodes. Every signature in %5 was checked, without a network.</source>
        <translation>%1 于 %2 用 %4 个密钥节点中 %3 个的分片打开。%5 中的每个签名都已离线核验。</translation>
    </message>
    <message>
        <source>Film by</source>
        <translation>影片作者</translation>
    </message>
    <message>
        <source>Maker&apos;s account</source>
        <translation>作者账号</translation>
    </message>
    <message>
        <source>Opened by the account</source>
        <translation>打开者账号</translation>
    </message>
    <message>
        <source>On the device</source>
        <translation>所用设备</translation>
    </message>
    <message>
        <source>Kept until</source>
        <translation>保存至</translation>
    </message>
    <message>
        <source>Pass from</source>
        <translation>通行证来自</translation>
    </message>
    <message>
        <source>Rights log</source>
        <translation>权利日志</translation>
    </message>
    <message>
        <source>%1 entries, key %2</source>
        <translation>%1 条记录，密钥 %2</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>证明</translation>
    </message>
    <message>
        <source>The times are those of the device. Whether a later revocation stands in the log is not in the proof.</source>
        <translation>时间以设备为准。日志中此后是否有吊销记录，不在证明之内。</translation>
    </message>
    <message>
        <source>This proves nothing</source>
        <translation>这不能证明任何事</translation>
    </message>
    <message>
        <source>Published at</source>
        <translation>发布于</translation>
    </message>
    <message>
        <source>this computer&apos;s own gateway (%1)</source>
        <translation>这台电脑自己的网关（%1）</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>any %1 of %2: %3</source>
        <translation>%2 个中任意 %1 个：%3</translation>
    </message>
    <message>
        <source>Tick the statement above first</source>
        <translation>请先勾选上面的声明</translation>
    </message>
    <message>
        <source>Watching offline</source>
        <translation>离线观看</translation>
    </message>
    <message>
        <source>Not at all</source>
        <translation>不允许</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 天</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>这台电脑</translation>
    </message>
    <message>
        <source>Publish %1</source>
        <translation>发布 %1</translation>
    </message>
    <message>
        <source>Check once. The record of a film stays when it is published.</source>
        <translation>请再确认一次。影片发布后，其记录会一直保留。</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>访问权</translation>
    </message>
    <message>
        <source>Only people you grant</source>
        <translation>仅限你授权的人</translation>
    </message>
    <message>
        <source>Free, anyone with the link</source>
        <translation>免费，任何有链接的人</translation>
    </message>
    <message>
        <source>May be used to train AI</source>
        <translation>可用于训练 AI</translation>
    </message>
    <message>
        <source>Off: to watch, not to train. Viewers see this.</source>
        <translation>关闭：供观看，不供训练。观众会看到这一点。</translation>
    </message>
    <message>
        <source>For adults only</source>
        <translation>仅限成年人</translation>
    </message>
    <message>
        <source>Stands in its record</source>
        <translation>写入其记录</translation>
    </message>
    <message>
        <source>For how long a viewer may keep it without a network</source>
        <translation>观众可离线保存多久</translation>
    </message>
    <message>
        <source>I made this film, or I may publish it.</source>
        <translation>这部影片是我制作的，或我有权发布它。</translation>
    </message>
    <message>
        <source>Your signature stands under the record of this film.</source>
        <translation>你的签名会附在这部影片的记录上。</translation>
    </message>
    <message>
        <source>Sign and publish</source>
        <translation>签名并发布</translation>
    </message>
    <message>
        <source>Public from now on: title, poster,
your name. The film only for whom you grant.</source>
        <translation>即刻公开：标题、海报、
你的名字。影片仅限获得授权的人。</translation>
    </message>
    <message>
        <source>Public from now on: title, poster,
your name and the film</source>
        <translation>即刻公开：标题、海报、
你的名字和影片</translation>
    </message>
    <message>
        <source>Publish %1 films</source>
        <translation>发布 %1 部影片</translation>
    </message>
    <message>
        <source>Check once. The record of a film stays when it is published. 1 draft is not ready and stays as it is.</source>
        <translation>请再确认一次。影片发布后，其记录会一直保留。有 1 份草稿尚未就绪，将保持原样。</translation>
    </message>
    <message>
        <source>Check once. The record of a film stays when it is published. %1 drafts are not ready and stay as they are.</source>
        <translation>请再确认一次。影片发布后，其记录会一直保留。有 %1 份草稿尚未就绪，将保持原样。</translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>%1 of them</source>
        <translation>其中 %1 部</translation>
    </message>
    <message>
        <source>%1 free, %2 only for people you grant</source>
        <translation>%1 部免费，%2 部仅限你授权的人</translation>
    </message>
    <message>
        <source>May train AI</source>
        <translation>可训练 AI</translation>
    </message>
    <message>
        <source>None of them</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Kept offline</source>
        <translation>离线保存</translation>
    </message>
    <message>
        <source>I made these films, or I may publish them.</source>
        <translation>这些影片是我制作的，或我有权发布它们。</translation>
    </message>
    <message>
        <source>Your signature stands under the record of each film.</source>
        <translation>你的签名会附在每部影片的记录上。</translation>
    </message>
    <message>
        <source>Sign and publish %1</source>
        <translation>签名并发布 %1 部</translation>
    </message>
    <message>
        <source>Public from now on:
titles, posters, your name</source>
        <translation>即刻公开：
标题、海报、你的名字</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Owned</source>
        <translation>已拥有</translation>
    </message>
    <message>
        <source>Protected</source>
        <translation>受保护</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>已发布</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Needs gateway</source>
        <translation>需要网关</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>免费</translation>
    </message>
    <message>
        <source>Each of these nodes alone can open the film.</source>
        <translation>这些节点中的任何一个都能单独打开影片。</translation>
    </message>
    <message>
        <source>If any one of these nodes is lost, so is the film.</source>
        <translation>其中任何一个节点丢失，影片也就丢失了。</translation>
    </message>
    <message>
        <source>%1 are run by %2</source>
        <translation>%1 由 %2 运营</translation>
    </message>
    <message>
        <source>%1 have the same address, %2</source>
        <translation>%1 的地址相同：%2</translation>
    </message>
    <message>
        <source>%1 are on the same machine</source>
        <translation>%1 在同一台机器上</translation>
    </message>
    <message>
        <source>%1; together they can open the film.</source>
        <translation>%1；它们合在一起就能打开影片。</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1。</translation>
    </message>
    <message>
        <source>operator not named</source>
        <translation>未注明运营者</translation>
    </message>
    <message>
        <source>run by %1</source>
        <translation>由 %1 运营</translation>
    </message>
    <message>
        <source>Where your films are published</source>
        <translation>你的影片发布在哪里</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>这台电脑</translation>
    </message>
    <message>
        <source>A gateway</source>
        <translation>一个网关</translation>
    </message>
    <message>
        <source>A network file</source>
        <translation>一个网络文件</translation>
    </message>
    <message>
        <source>A gateway and three key nodes of this computer&apos;s own, to try things with. Films open while this computer is on.</source>
        <translation>这台电脑自己的一个网关和三个密钥节点，供试用。这台电脑开着时影片才能打开。</translation>
    </message>
    <message>
        <source>Key nodes, one address a line</source>
        <translation>密钥节点，每行一个地址</translation>
    </message>
    <message>
        <source>Leave this empty to see those that the gateway names</source>
        <translation>留空则显示网关所列的节点</translation>
    </message>
    <message>
        <source>Network file</source>
        <translation>网络文件</translation>
    </message>
    <message>
        <source>From whoever runs the network</source>
        <translation>由网络的运营者提供</translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation>选择...</translation>
    </message>
    <message>
        <source>Use this computer</source>
        <translation>使用这台电脑</translation>
    </message>
    <message>
        <source>Ask who they are</source>
        <translation>询问它们是谁</translation>
    </message>
    <message>
        <source>Your films are published here already</source>
        <translation>你的影片已经发布在这里</translation>
    </message>
    <message>
        <source>Choose a network file</source>
        <translation>选择网络文件</translation>
    </message>
    <message>
        <source>Network files (*.json)</source>
        <translation>网络文件 (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Needed</source>
        <translation>必填</translation>
    </message>
    <message>
        <source>%1 Nothing was changed.</source>
        <translation>%1 没有任何改动。</translation>
    </message>
    <message>
        <source>This gateway has the keys that it had when you first met it.</source>
        <translation>这个网关的密钥与你第一次遇到它时相同。</translation>
    </message>
    <message>
        <source>You meet this gateway for the first time. Compare its key with what its owner told you: once you use it, no other key is taken from it.</source>
        <translation>你第一次遇到这个网关。请把它的密钥与其运营者告诉你的比对：一旦使用，就不再接受它的其他密钥。</translation>
    </message>
    <message>
        <source>Key of its rights log</source>
        <translation>其权利日志的密钥</translation>
    </message>
    <message>
        <source>Key of its passes</source>
        <translation>其通行证的密钥</translation>
    </message>
    <message>
        <source>Use this network</source>
        <translation>使用这个网络</translation>
    </message>
    <message>
        <source>They answered</source>
        <translation>它们已应答</translation>
    </message>
    <message>
        <source>For films that you publish from now on. Those that are published stay where they are, and open as before.</source>
        <translation>适用于你今后发布的影片。已发布的影片留在原处，照常打开。</translation>
    </message>
    <message>
        <source>Get the key from its nodes</source>
        <translation>从节点取回密钥</translation>
    </message>
    <message>
        <source>Split it for the new ones</source>
        <translation>为新节点分割密钥</translation>
    </message>
    <message>
        <source>Send the new shares</source>
        <translation>发送新的分片</translation>
    </message>
    <message>
        <source>Write it into the rights log</source>
        <translation>写入权利日志</translation>
    </message>
    <message>
        <source>Open the film with the new nodes</source>
        <translation>用新节点打开影片</translation>
    </message>
    <message>
        <source>%1: done</source>
        <translation>%1：完成</translation>
    </message>
    <message>
        <source>%1 ...</source>
        <translation>%1 ...</translation>
    </message>
    <message>
        <source>%1: failed</source>
        <translation>%1：失败</translation>
    </message>
    <message>
        <source>answered in %1</source>
        <translation>%1 后应答</translation>
    </message>
    <message>
        <source>Who holds the key</source>
        <translation>谁持有密钥</translation>
    </message>
    <message>
        <source>It is split into one share for each of these key nodes. One share alone opens nothing. Choose people who do not share an owner or a computer.</source>
        <translation>密钥分成若干分片，这些密钥节点各持一片。单独一片什么也打不开。请选择没有共同所有者、不在同一台电脑上的节点。</translation>
    </message>
    <message>
        <source>Use these</source>
        <translation>使用这些</translation>
    </message>
    <message>
        <source>Change who holds the key</source>
        <translation>更改谁持有密钥</translation>
    </message>
    <message>
        <source>The key of %1 is split anew; the shares of before then open nothing any more. Its link, the film itself and everyone&apos;s access stay as they are.</source>
        <translation>%1 的密钥将重新分割；之前的分片此后什么也打不开。链接、影片本身和所有人的访问权保持不变。</translation>
    </message>
    <message>
        <source>Change them</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Do not wait</source>
        <translation>不再等待</translation>
    </message>
    <message>
        <source>Its key is with %1. The shares of before open nothing any more.</source>
        <translation>它的密钥现在由 %1 持有。之前的分片什么也打不开了。</translation>
    </message>
    <message>
        <source>Nothing was changed. %1</source>
        <translation>没有任何改动。%1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>all of these nodes run on this computer</source>
        <translation>这些节点都在这台电脑上运行</translation>
    </message>
    <message>
        <source>Their own key nodes</source>
        <translation>单独选定密钥节点</translation>
    </message>
    <message>
        <source>Line %1 has no time, such as 4:30</source>
        <translation>第 %1 行没有时间，例如 4:30</translation>
    </message>
    <message>
        <source>Line %1 is not later than the one before</source>
        <translation>第 %1 行不晚于前一行</translation>
    </message>
    <message>
        <source>Line %1 is behind the film&apos;s end</source>
        <translation>第 %1 行在影片结束之后</translation>
    </message>
    <message>
        <source>Line %1 is too long</source>
        <translation>第 %1 行太长</translation>
    </message>
    <message>
        <source>At most %1 chapters</source>
        <translation>最多 %1 个章节</translation>
    </message>
    <message>
        <source>A title has characters that cannot be shown</source>
        <translation>有的标题含有无法显示的字符</translation>
    </message>
    <message>
        <source>One picture has to stay</source>
        <translation>必须保留一个画面</translation>
    </message>
    <message>
        <source>The video itself has this height</source>
        <translation>视频本身就是这个高度</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>%1 as it is</source>
        <translation>%1（原样）</translation>
    </message>
    <message>
        <source>About %1</source>
        <translation>约 %1</translation>
    </message>
    <message>
        <source>About %1, at most %2</source>
        <translation>约 %1，最多 %2</translation>
    </message>
    <message>
        <source>Chapters need a look</source>
        <translation>章节需要检查</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>画质</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>%1, their titles are public</source>
        <translation>%1 个，标题公开</translation>
    </message>
    <message>
        <source>Adaptive</source>
        <translation>自适应</translation>
    </message>
    <message>
        <source>Film, stays published</source>
        <translation>影片，仍然公开</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>影片</translation>
    </message>
    <message>
        <source>%1 · until %2</source>
        <translation>%1 · 保留到 %2</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Restore %1</source>
        <translation>还原 %1</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>永久删除</translation>
    </message>
    <message>
        <source>Delete %1 for good</source>
        <translation>永久删除 %1</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>Everything stays here for 30 days. Published films stay published, and what you keep for offline stays kept.</source>
        <translation>所有内容在这里保留 30 天。已发布的影片仍然公开，离线保存的内容也仍然保存。</translation>
    </message>
    <message>
        <source>The trash is empty</source>
        <translation>回收站是空的</translation>
    </message>
    <message>
        <source>The file is not there any more.</source>
        <translation>文件已不存在。</translation>
    </message>
    <message>
        <source>Put it back, or choose another one.</source>
        <translation>请放回原处，或选择其他文件。</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>无法读取该文件。</translation>
    </message>
    <message>
        <source>Look at its permissions and at the disk that it is on.</source>
        <translation>请检查其权限以及所在的磁盘。</translation>
    </message>
    <message>
        <source>This is no file that can be read as a film.</source>
        <translation>这不是可以作为影片读取的文件。</translation>
    </message>
    <message>
        <source>Choose a video file.</source>
        <translation>请选择一个视频文件。</translation>
    </message>
    <message>
        <source>A file cannot be written.</source>
        <translation>无法写入文件。</translation>
    </message>
    <message>
        <source>Look at the permissions of its folder and at the disk.</source>
        <translation>请检查其文件夹的权限和磁盘。</translation>
    </message>
    <message>
        <source>A folder cannot be written to.</source>
        <translation>无法写入文件夹。</translation>
    </message>
    <message>
        <source>Look at its permissions and at the disk.</source>
        <translation>请检查其权限和磁盘。</translation>
    </message>
    <message>
        <source>The file changed while it was being used.</source>
        <translation>文件在使用过程中发生了变化。</translation>
    </message>
    <message>
        <source>Let the other program finish, then publish it again.</source>
        <translation>等其他程序完成后，再重新发布。</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>文件是空的。</translation>
    </message>
    <message>
        <source>Copy or export the film again.</source>
        <translation>请重新复制或导出影片。</translation>
    </message>
    <message>
        <source>This is no video that Keyreel can read.</source>
        <translation>这不是 Keyreel 能读取的视频。</translation>
    </message>
    <message>
        <source>Export it as MP4, MOV or MKV.</source>
        <translation>请导出为 MP4、MOV 或 MKV。</translation>
    </message>
    <message>
        <source>The end of the file is missing.</source>
        <translation>文件的结尾部分缺失。</translation>
    </message>
    <message>
        <source>The film is damaged.</source>
        <translation>影片已损坏。</translation>
    </message>
    <message>
        <source>The file has no video track.</source>
        <translation>文件没有视频轨道。</translation>
    </message>
    <message>
        <source>Choose a file with pictures.</source>
        <translation>请选择包含画面的文件。</translation>
    </message>
    <message>
        <source>The coding of this film cannot be read here.</source>
        <translation>此处无法读取这部影片的编码。</translation>
    </message>
    <message>
        <source>The film is longer than 24 hours.</source>
        <translation>影片超过 24 小时。</translation>
    </message>
    <message>
        <source>Cut it into parts.</source>
        <translation>请将其剪成几部分。</translation>
    </message>
    <message>
        <source>The pictures of the film are too large.</source>
        <translation>影片的画面尺寸过大。</translation>
    </message>
    <message>
        <source>Export it smaller.</source>
        <translation>请以较小尺寸导出。</translation>
    </message>
    <message>
        <source>The film is encrypted already.</source>
        <translation>影片已经加密。</translation>
    </message>
    <message>
        <source>Choose the unencrypted film.</source>
        <translation>请选择未加密的影片。</translation>
    </message>
    <message>
        <source>The part that reads films crashed at this one.</source>
        <translation>读取影片的组件在处理这部影片时崩溃。</translation>
    </message>
    <message>
        <source>Nothing else is touched. Export the film anew, then try again.</source>
        <translation>其他内容不受影响。请重新导出影片，然后重试。</translation>
    </message>
    <message>
        <source>This film made the part that reads films do what it may not, so it was stopped.</source>
        <translation>这部影片使读取组件执行了不被允许的操作，因此已被停止。</translation>
    </message>
    <message>
        <source>Nothing else is touched. Do not trust this file.</source>
        <translation>其他内容不受影响。请勿信任此文件。</translation>
    </message>
    <message>
        <source>This film takes more memory than it may.</source>
        <translation>这部影片占用的内存超过限制。</translation>
    </message>
    <message>
        <source>Close other programs and try again, or export it smaller.</source>
        <translation>请关闭其他程序后重试，或以较小尺寸导出。</translation>
    </message>
    <message>
        <source>Reading this film took too long.</source>
        <translation>读取这部影片花费的时间过长。</translation>
    </message>
    <message>
        <source>Try again; if it stays, export the film anew.</source>
        <translation>请重试；如果仍然如此，请重新导出影片。</translation>
    </message>
    <message>
        <source>The part that reads films was ended from outside.</source>
        <translation>读取影片的组件被外部终止。</translation>
    </message>
    <message>
        <source>There are as many drafts as there can be.</source>
        <translation>草稿数量已达上限。</translation>
    </message>
    <message>
        <source>Publish or remove one, then add this film again.</source>
        <translation>请发布或移除一个，然后重新添加这部影片。</translation>
    </message>
    <message>
        <source>The list of drafts cannot be read or moved away.</source>
        <translation>草稿列表无法读取，也无法移走。</translation>
    </message>
    <message>
        <source>Move it away by hand; until then no draft is kept.</source>
        <translation>请手动移走；在此之前不会保存任何草稿。</translation>
    </message>
    <message>
        <source>The gateway did not give a part of the film.</source>
        <translation>网关没有提供影片的某个部分。</translation>
    </message>
    <message>
        <source>Too much of this computer is on its way to the gateway already.</source>
        <translation>这台电脑正在上传到网关的内容已经过多。</translation>
    </message>
    <message>
        <source>Let other uploads finish, or cancel one of them.</source>
        <translation>请等其他上传完成，或取消其中之一。</translation>
    </message>
    <message>
        <source>The gateway has no room for this film.</source>
        <translation>网关没有空间存放这部影片。</translation>
    </message>
    <message>
        <source>Ask whoever runs it, or publish at another gateway.</source>
        <translation>请询问其运营者，或在其他网关发布。</translation>
    </message>
    <message>
        <source>The server cannot prove that it is the one that was asked.</source>
        <translation>服务器无法证明它就是所请求的那一台。</translation>
    </message>
    <message>
        <source>Nothing was sent. Look at its address and at this computer&apos;s clock.</source>
        <translation>没有发送任何内容。请检查其地址和这台电脑的时钟。</translation>
    </message>
    <message>
        <source>No protected connection to the server comes about.</source>
        <translation>无法与服务器建立受保护的连接。</translation>
    </message>
    <message>
        <source>Try again; if it stays, another program may answer in its place.</source>
        <translation>请重试；如果仍然如此，可能是其他程序在代替它应答。</translation>
    </message>
    <message>
        <source>The server answered something that makes no sense.</source>
        <translation>服务器的应答没有意义。</translation>
    </message>
    <message>
        <source>Try again; if it stays, tell whoever runs it.</source>
        <translation>请重试；如果仍然如此，请告知其运营者。</translation>
    </message>
    <message>
        <source>Not enough key nodes answered.</source>
        <translation>应答的密钥节点不够。</translation>
    </message>
    <message>
        <source>Try again when more of them are back.</source>
        <translation>等更多节点恢复后再重试。</translation>
    </message>
    <message>
        <source>Keyreel is not ready yet.</source>
        <translation>Keyreel 尚未就绪。</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>请稍后重试。</translation>
    </message>
    <message>
        <source>Something went wrong inside Keyreel.</source>
        <translation>Keyreel 内部出了问题。</translation>
    </message>
    <message>
        <source>Try again; what is finished is kept.</source>
        <translation>请重试；已完成的部分会保留。</translation>
    </message>
    <message>
        <source>This was cancelled.</source>
        <translation>此操作已取消。</translation>
    </message>
    <message>
        <source>Keyreel recovery page</source>
        <translation>Keyreel 恢复页</translation>
    </message>
    <message>
        <source>These words are this identity. Keep the page where you keep papers that cannot be replaced, and photograph it with nothing.</source>
        <translation>这些单词就是这个身份。请把此页与不可替代的文件放在一起，不要用任何设备拍照。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>指纹</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>制作日期</translation>
    </message>
    <message>
        <source>To restore</source>
        <translation>恢复方法</translation>
    </message>
    <message>
        <source>Choose Restore when Keyreel starts on a computer without your identity, and give the words in this order. The square holds the same words. The restored computer is a new device; revoke the lost one under Keys &amp; devices.</source>
        <translation>在没有你身份的电脑上启动 Keyreel 时选择“恢复”，并按此顺序输入这些单词。方块中是同样的单词。恢复后的电脑是一台新设备；请在“密钥与设备”下撤销丢失的那台。</translation>
    </message>
    <message>
        <source>File of the kit</source>
        <translation>恢复包文件</translation>
    </message>
    <message>
        <source>A password for it</source>
        <translation>为它设置密码</translation>
    </message>
    <message>
        <source>%1 characters or more; a few words that nobody guesses. Nobody can reset it.</source>
        <translation>至少 %1 个字符，例如几个别人猜不到的词。没有人能重置它。</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>再输入一次</translation>
    </message>
    <message>
        <source>Drafts and library come along</source>
        <translation>包含草稿和影片库</translation>
    </message>
    <message>
        <source>Make the kit</source>
        <translation>制作恢复包</translation>
    </message>
    <message>
        <source>Where to put the recovery kit</source>
        <translation>恢复包保存到哪里</translation>
    </message>
    <message>
        <source>Recovery kits (*.keyreel-kit)</source>
        <translation>恢复包 (*.keyreel-kit)</translation>
    </message>
    <message>
        <source>The page is in %1. Print it, then delete the file: it holds the words in clear.</source>
        <translation>页面已保存到 %1。打印后请删除该文件：其中的单词是明文。</translation>
    </message>
    <message>
        <source>There is a file of that name; it is left as it is</source>
        <translation>已有同名文件，保持原样</translation>
    </message>
    <message>
        <source>%1 characters or more</source>
        <translation>至少 %1 个字符</translation>
    </message>
    <message>
        <source>The two are not the same</source>
        <translation>两次输入不一致</translation>
    </message>
    <message>
        <source>It opens with its password on any computer. Move it away from this one: to a stick, or to somebody whom you trust.</source>
        <translation>凭密码可在任何电脑上打开。请把它移到别处：存入 U 盘，或交给你信任的人。</translation>
    </message>
    <message>
        <source>Your recovery kit</source>
        <translation>你的恢复包</translation>
    </message>
    <message>
        <source>A page on paper helps when the file or its password is lost: it has your 24 words, and the same words as a square to scan. Whoever has it is you.</source>
        <translation>如果文件或密码丢失，纸质页面可以帮忙：上面有你的 24 个单词，以及包含同样单词的可扫描方块。谁拿到它，谁就是你。</translation>
    </message>
    <message>
        <source>Print the page...</source>
        <translation>打印页面...</translation>
    </message>
    <message>
        <source>Save it as PDF...</source>
        <translation>另存为 PDF...</translation>
    </message>
    <message>
        <source>Where to put the page</source>
        <translation>页面保存到哪里</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>The page is on its way to the printer.</source>
        <translation>页面已送往打印机。</translation>
    </message>
    <message>
        <source>Recovery kit</source>
        <translation>恢复包</translation>
    </message>
    <message>
        <source>A file that brings you, your drafts and your published films back on another computer, or here if the keyring is lost.</source>
        <translation>一个文件，可在另一台电脑上找回你的身份、草稿和已发布的影片；如果密钥环丢失，也可在这里找回。</translation>
    </message>
    <message>
        <source>Sale needs a look</source>
        <translation>销售设置需要检查</translation>
    </message>
    <message>
        <source>Needs a price</source>
        <translation>需要一个价格</translation>
    </message>
    <message>
        <source>Name a price</source>
        <translation>请填写价格</translation>
    </message>
    <message>
        <source>Too many decimals for %1</source>
        <translation>%1 的小数位过多</translation>
    </message>
    <message>
        <source>Not a price</source>
        <translation>不是价格</translation>
    </message>
    <message>
        <source>More than nothing; else choose Free</source>
        <translation>须大于零；否则请选择“免费”</translation>
    </message>
    <message>
        <source>At least 1</source>
        <translation>至少 1</translation>
    </message>
    <message>
        <source>Paste their account</source>
        <translation>请粘贴对方的账户</translation>
    </message>
    <message>
        <source>Not an account</source>
        <translation>不是账户</translation>
    </message>
    <message>
        <source>You have the rest by yourself</source>
        <translation>其余部分本来就归你</translation>
    </message>
    <message>
        <source>Is above already</source>
        <translation>上面已有</translation>
    </message>
    <message>
        <source>Which part?</source>
        <translation>多少份额？</translation>
    </message>
    <message>
        <source>%1 copies</source>
        <translation>%1 份</translation>
    </message>
    <message>
        <source>%1, %2, each resale gives %3 back</source>
        <translation>%1，%2，每次转售返还 %3</translation>
    </message>
    <message>
        <source>%1, %2, kept for good</source>
        <translation>%1，%2，永久拥有</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation>%2 得 %1</translation>
    </message>
    <message>
        <source>Royalties</source>
        <translation>收入分成</translation>
    </message>
    <message>
        <source>%1; the rest is yours</source>
        <translation>%1；其余归你</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>出售</translation>
    </message>
    <message>
        <source>1 copy</source>
        <translation>1 份</translation>
    </message>
    <message>
        <source>Share %1</source>
        <translation>分享 %1</translation>
    </message>
    <message>
        <source>Whoever opens it with Keyreel sees what the film is. Whether it opens is decided by what you allowed.</source>
        <translation>用 Keyreel 打开的人能看到这是什么影片；能否播放取决于你的授权。</translation>
    </message>
    <message>
        <source>The link as a QR code</source>
        <translation>链接的二维码</translation>
    </message>
    <message>
        <source>Share link</source>
        <translation>分享链接</translation>
    </message>
    <message>
        <source>Without %1</source>
        <translation>不要用 %1</translation>
    </message>
    <message>
        <source>Animation</source>
        <translation>动画</translation>
    </message>
    <message>
        <source>Comedy</source>
        <translation>喜剧</translation>
    </message>
    <message>
        <source>Documentary</source>
        <translation>纪录片</translation>
    </message>
    <message>
        <source>Drama</source>
        <translation>剧情</translation>
    </message>
    <message>
        <source>Education</source>
        <translation>教育</translation>
    </message>
    <message>
        <source>Music video</source>
        <translation>音乐视频</translation>
    </message>
    <message>
        <source>Short film</source>
        <translation>短片</translation>
    </message>
    <message>
        <source>Sport</source>
        <translation>体育</translation>
    </message>
    <message>
        <source>Talk</source>
        <translation>演讲</translation>
    </message>
    <message>
        <source>Travel</source>
        <translation>旅行</translation>
    </message>
    <message>
        <source>Details changed: %1</source>
        <translation>信息已更改：%1</translation>
    </message>
    <message>
        <source>Signed into the rights log</source>
        <translation>已签名写入权利日志</translation>
    </message>
    <message>
        <source>Unpublished: %1</source>
        <translation>已取消发布：%1</translation>
    </message>
    <message>
        <source>It is out of the catalogue</source>
        <translation>已从目录中移除</translation>
    </message>
    <message>
        <source>Keys exported: %1</source>
        <translation>密钥已导出：%1</translation>
    </message>
    <message>
        <source>In the clear, into a file of this computer</source>
        <translation>以明文写入此电脑上的文件</translation>
    </message>
    <message>
        <source>On this desktop no program can keep its window on top</source>
        <translation>在此桌面上，任何程序都无法让窗口保持在最前</translation>
    </message>
    <message>
        <source>Run a command when all is published</source>
        <translation>全部发布后运行命令</translation>
    </message>
    <message>
        <source>It runs as you, with everything that you may do. No shell reads it: nothing is expanded, and every line is one argument.</source>
        <translation>它以你的身份运行，拥有你的全部权限。不经过 shell：不做任何展开，每行是一个参数。</translation>
    </message>
    <message>
        <source>The program, then its arguments, a line each</source>
        <translation>程序，然后是参数，每行一个</translation>
    </message>
    <message>
        <source>Run it from now on</source>
        <translation>从现在起运行</translation>
    </message>
    <message>
        <source>There is no such program</source>
        <translation>没有这个程序</translation>
    </message>
    <message>
        <source>Name a program of this computer</source>
        <translation>请写出此电脑上的程序</translation>
    </message>
    <message>
        <source>Name a program first</source>
        <translation>请先写出程序</translation>
    </message>
    <message>
        <source>You hold no copy of this film that could be given away.</source>
        <translation>你没有可以转让的此影片副本。</translation>
    </message>
    <message>
        <source>The maker does not let copies of this film be passed on.</source>
        <translation>制作者不允许转让此影片的副本。</translation>
    </message>
    <message>
        <source>The maker has taken this film back from that account.</source>
        <translation>制作者已收回该账户对此影片的访问。</translation>
    </message>
    <message>
        <source>Only the maker can let them in again.</source>
        <translation>只有制作者能再次授权。</translation>
    </message>
    <message>
        <source>That account holds a copy already.</source>
        <translation>该账户已拥有一份副本。</translation>
    </message>
    <message>
        <source>You have fewer royalties of this film than that.</source>
        <translation>你在此影片中的分成没有那么多。</translation>
    </message>
    <message>
        <source>The royalties of this film are split among as many as can be.</source>
        <translation>此影片的分成人数已达上限。</translation>
    </message>
    <message>
        <source>The maker has not named you as a seller.</source>
        <translation>制作者没有指定你为销售者。</translation>
    </message>
    <message>
        <source>Your time to sell this film is over.</source>
        <translation>你销售此影片的期限已过。</translation>
    </message>
    <message>
        <source>Ask its maker for more.</source>
        <translation>请向制作者申请更多。</translation>
    </message>
    <message>
        <source>You have sold as many copies as its maker allowed.</source>
        <translation>你已售完制作者允许的份数。</translation>
    </message>
    <message>
        <source>Something later was said about this seller already.</source>
        <translation>关于此销售者已有更晚的声明。</translation>
    </message>
    <message>
        <source>This computer cannot seal that way</source>
        <translation>此计算机无法以这种方式封装</translation>
    </message>
    <message>
        <source>%1 cannot open what is sealed that way</source>
        <translation>%1 无法打开以这种方式封装的内容</translation>
    </message>
    <message>
        <source>Withstand quantum computers</source>
        <translation>抵御量子计算机</translation>
    </message>
    <message>
        <source>Shares are sealed by ML-KEM-768 and X25519 together, and you sign with ML-DSA-65 beside Ed25519. From then on the film opens, and your account signs at this gateway, on computers with OpenSSL 3.5 alone (Debian 13 and later).</source>
        <translation>密钥份额同时用 ML-KEM-768 和 X25519 封装，你的签名在 Ed25519 之外再加 ML-DSA-65。此后影片只能在装有 OpenSSL 3.5（Debian 13 及以上）的计算机上打开，你的账户在此网关也只能在这样的计算机上签名。</translation>
    </message>
    <message>
        <source>Needs OpenSSL 3.5 (Debian 13 and later); this computer has %1.</source>
        <translation>需要 OpenSSL 3.5（Debian 13 及以上）；此计算机为 %1。</translation>
    </message>
    <message>
        <source>Sealed</source>
        <translation>封装</translation>
    </message>
    <message>
        <source>against quantum computers, too; it opens, and you sign at this gateway, with OpenSSL 3.5 alone</source>
        <translation>同时抵御量子计算机；仅能用 OpenSSL 3.5 打开，你在此网关签名也需要它</translation>
    </message>
    <message>
        <source>Their account</source>
        <translation>对方的账户</translation>
    </message>
    <message>
        <source>They find it under Keys &amp; devices and send it to you.</source>
        <translation>对方可在“密钥与设备”中找到并发给你。</translation>
    </message>
    <message>
        <source>Whose?</source>
        <translation>谁的？</translation>
    </message>
    <message>
        <source>Give your copy away</source>
        <translation>转让你的副本</translation>
    </message>
    <message>
        <source>%1 will be theirs, and you will not be able to open it any more. What they pay you for it is between you and them.</source>
        <translation>%1 将归对方所有，你将无法再打开。对方付你多少由你们自行商定。</translation>
    </message>
    <message>
        <source>Give it away</source>
        <translation>转让</translation>
    </message>
    <message>
        <source>Give royalties away</source>
        <translation>转让分成</translation>
    </message>
    <message>
        <source>You have %1 of the income of %2. What you give away is theirs from now on, and only they can give it back.</source>
        <translation>你拥有 %2 收入的 %1。转让的部分从此归对方，只有对方能归还。</translation>
    </message>
    <message>
        <source>How much of the income</source>
        <translation>占收入的比例</translation>
    </message>
    <message>
        <source>From 0.1 %</source>
        <translation>至少 0.1 %</translation>
    </message>
    <message>
        <source>At most %1</source>
        <translation>最多 %1</translation>
    </message>
    <message>
        <source>Let somebody sell for you</source>
        <translation>请人代售</translation>
    </message>
    <message>
        <source>They may answer orders of %1 at your price, up to the number and the day that you say here. You can end it at any time.</source>
        <translation>对方可按你的价格处理 %1 的订单，以你在此规定的份数和日期为限。你可随时终止。</translation>
    </message>
    <message>
        <source>Copies in all</source>
        <translation>总份数</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>天数</translation>
    </message>
    <message>
        <source>Let them sell</source>
        <translation>允许销售</translation>
    </message>
    <message>
        <source>A whole number</source>
        <translation>一个整数</translation>
    </message>
    <message>
        <source>From 1 to %1</source>
        <translation>1 到 %1</translation>
    </message>
    <message>
        <source>Play, pause</source>
        <translation>播放、暂停</translation>
    </message>
    <message>
        <source>5 s back</source>
        <translation>后退 5 秒</translation>
    </message>
    <message>
        <source>5 s forward</source>
        <translation>前进 5 秒</translation>
    </message>
    <message>
        <source>10 s back</source>
        <translation>后退 10 秒</translation>
    </message>
    <message>
        <source>10 s forward</source>
        <translation>前进 10 秒</translation>
    </message>
    <message>
        <source>1 s back</source>
        <translation>后退 1 秒</translation>
    </message>
    <message>
        <source>1 s forward</source>
        <translation>前进 1 秒</translation>
    </message>
    <message>
        <source>60 s back</source>
        <translation>后退 60 秒</translation>
    </message>
    <message>
        <source>60 s forward</source>
        <translation>前进 60 秒</translation>
    </message>
    <message>
        <source>One frame back</source>
        <translation>后退一帧</translation>
    </message>
    <message>
        <source>One frame forward</source>
        <translation>前进一帧</translation>
    </message>
    <message>
        <source>To the start</source>
        <translation>跳到开头</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>跳到结尾</translation>
    </message>
    <message>
        <source>Next chapter</source>
        <translation>下一章</translation>
    </message>
    <message>
        <source>Previous chapter</source>
        <translation>上一章</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>增大音量</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation>减小音量</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>静音</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>减速</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>加速</translation>
    </message>
    <message>
        <source>Slower by a quarter</source>
        <translation>减速四分之一</translation>
    </message>
    <message>
        <source>Faster by a quarter</source>
        <translation>加速四分之一</translation>
    </message>
    <message>
        <source>As fast as made</source>
        <translation>原速</translation>
    </message>
    <message>
        <source>Repeat from here, to here, not any more</source>
        <translation>从此处、到此处循环、取消循环</translation>
    </message>
    <message>
        <source>Next audio track</source>
        <translation>下一条音轨</translation>
    </message>
    <message>
        <source>Subtitles on, off</source>
        <translation>字幕开、关</translation>
    </message>
    <message>
        <source>Next subtitles</source>
        <translation>下一个字幕</translation>
    </message>
    <message>
        <source>Previous subtitles</source>
        <translation>上一个字幕</translation>
    </message>
    <message>
        <source>Subtitles earlier</source>
        <translation>字幕提前</translation>
    </message>
    <message>
        <source>Subtitles later</source>
        <translation>字幕推后</translation>
    </message>
    <message>
        <source>Subtitles larger</source>
        <translation>放大字幕</translation>
    </message>
    <message>
        <source>Subtitles smaller</source>
        <translation>缩小字幕</translation>
    </message>
    <message>
        <source>Subtitles higher</source>
        <translation>字幕上移</translation>
    </message>
    <message>
        <source>Subtitles lower</source>
        <translation>字幕下移</translation>
    </message>
    <message>
        <source>Behind the letters of subtitles</source>
        <translation>字幕文字的背景</translation>
    </message>
    <message>
        <source>Second subtitles at the top</source>
        <translation>顶部的第二字幕</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>文字稿</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>画面</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Whole picture</source>
        <translation>完整画面</translation>
    </message>
    <message>
        <source>Rotate right</source>
        <translation>向右旋转</translation>
    </message>
    <message>
        <source>Rotate left</source>
        <translation>向左旋转</translation>
    </message>
    <message>
        <source>Next shape of the picture</source>
        <translation>下一个画面比例</translation>
    </message>
    <message>
        <source>Brighter</source>
        <translation>更亮</translation>
    </message>
    <message>
        <source>Darker</source>
        <translation>更暗</translation>
    </message>
    <message>
        <source>More contrast</source>
        <translation>增强对比度</translation>
    </message>
    <message>
        <source>Less contrast</source>
        <translation>降低对比度</translation>
    </message>
    <message>
        <source>More colour</source>
        <translation>加浓色彩</translation>
    </message>
    <message>
        <source>Less colour</source>
        <translation>减淡色彩</translation>
    </message>
    <message>
        <source>Picture as made</source>
        <translation>原始画面</translation>
    </message>
    <message>
        <source>Small window</source>
        <translation>小窗口</translation>
    </message>
    <message>
        <source>Save the picture as a file</source>
        <translation>将画面保存为文件</translation>
    </message>
    <message>
        <source>How this opened</source>
        <translation>打开过程</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>统计信息</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>End</source>
        <translation>End</translation>
    </message>
    <message>
        <source>PgUp</source>
        <translation>PgUp</translation>
    </message>
    <message>
        <source>PgDn</source>
        <translation>PgDn</translation>
    </message>
    <message>
        <source>Super</source>
        <translation>Super</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>Tab and Esc lead through the window and out of it.</source>
        <translation>Tab 和 Esc 用于在窗口中移动和退出。</translation>
    </message>
    <message>
        <source>Enter alone presses what has the focus.</source>
        <translation>单独的 Enter 用于按下当前焦点所在的控件。</translation>
    </message>
    <message>
        <source>%1 belongs to your desktop.</source>
        <translation>%1 由桌面环境使用。</translation>
    </message>
    <message>
        <source>%1 belongs to the text in fields.</source>
        <translation>%1 用于编辑输入框中的文字。</translation>
    </message>
    <message>
        <source>0 to 9 jump within the film.</source>
        <translation>0 到 9 用于在影片中跳转。</translation>
    </message>
    <message>
        <source>A key alone is for writing and moving: add Ctrl or Alt.</source>
        <translation>单个按键用于输入和移动：请加上 Ctrl 或 Alt。</translation>
    </message>
    <message>
        <source>Change shortcuts</source>
        <translation>更改快捷键</translation>
    </message>
    <message>
        <source>Press the keys of a command, then the new ones. They count at once.</source>
        <translation>点击命令的按键，然后按下新的按键，立即生效。</translation>
    </message>
    <message>
        <source>Find a command or a key</source>
        <translation>查找命令或按键</translation>
    </message>
    <message>
        <source>No command is called this or has this key.</source>
        <translation>没有使用此名称或按键的命令。</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>全部重置</translation>
    </message>
    <message>
        <source>All keys are the usual ones</source>
        <translation>所有按键均为默认值</translation>
    </message>
    <message>
        <source>All commands have their usual keys again</source>
        <translation>所有命令已恢复默认按键</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Change...</source>
        <translation>更改...</translation>
    </message>
    <message>
        <source>Player</source>
        <translation>播放器</translation>
    </message>
    <message>
        <source>Next film of several</source>
        <translation>多部影片中的下一部</translation>
    </message>
    <message>
        <source>Previous film of several</source>
        <translation>多部影片中的上一部</translation>
    </message>
    <message>
        <source>Up next</source>
        <translation>接下来</translation>
    </message>
    <message>
        <source>Even loudness, as made</source>
        <translation>均衡响度、原始响度</translation>
    </message>
    <message>
        <source>A preset needs a name.</source>
        <translation>预设需要名称。</translation>
    </message>
    <message>
        <source>Name it, then save it.</source>
        <translation>请先命名，再保存。</translation>
    </message>
    <message>
        <source>Another preset has this name.</source>
        <translation>已有同名的预设。</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>请选择其他名称。</translation>
    </message>
    <message>
        <source>There are as many presets as there can be.</source>
        <translation>预设数量已达上限。</translation>
    </message>
    <message>
        <source>Delete one, then save this one.</source>
        <translation>请先删除一个，再保存此预设。</translation>
    </message>
    <message>
        <source>The list of presets cannot be read or moved away.</source>
        <translation>预设列表无法读取或移走。</translation>
    </message>
    <message>
        <source>Move it away by hand; until then no preset is kept.</source>
        <translation>请手动移走；在此之前不会保存任何预设。</translation>
    </message>
    <message>
        <source>The key does not open this film.</source>
        <translation>密钥打不开这部影片。</translation>
    </message>
    <message>
        <source>What it gives is no picture and no sound. Look whether it is the key of this very film.</source>
        <translation>用它解出的既不是画面也不是声音。请核对它是否就是这部影片的密钥。</translation>
    </message>
    <message>
        <source>This film is protected.</source>
        <translation>这部影片受保护。</translation>
    </message>
    <message>
        <source>A part of this film is missing.</source>
        <translation>这部影片缺少一部分。</translation>
    </message>
    <message>
        <source>A part of this film is cut off.</source>
        <translation>这部影片的一部分被截断了。</translation>
    </message>
    <message>
        <source>This film names files outside of its folder.</source>
        <translation>这部影片引用了其文件夹之外的文件。</translation>
    </message>
    <message>
        <source>This kind of package cannot be opened.</source>
        <translation>无法打开这种打包的影片。</translation>
    </message>
    <message>
        <source>This is a live broadcast, not a whole film.</source>
        <translation>这是直播，不是完整的影片。</translation>
    </message>
    <message>
        <source>This film asks for more than any film needs.</source>
        <translation>这部影片的要求超出了任何影片的需要。</translation>
    </message>
    <message>
        <source>The description of this film is damaged.</source>
        <translation>这部影片的描述文件已损坏。</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>%1, cut out of %2</source>
        <translation>%1，剪自 %2</translation>
    </message>
    <message>
        <source>Watch the preview (%1)</source>
        <translation>观看预览 (%1)</translation>
    </message>
    <message>
        <source>Free preview</source>
        <translation>免费预览</translation>
    </message>
    <message>
        <source>%1 from %2, anyone can watch it, not encrypted</source>
        <translation>从 %2 起 %1，任何人都能观看，不加密</translation>
    </message>
    <message>
        <source>%1, anyone can watch it, not encrypted</source>
        <translation>%1，任何人都能观看，不加密</translation>
    </message>
    <message>
        <source>Public from now on: title, poster,
your name, preview. The film only for whom you grant.</source>
        <translation>即刻公开：标题、海报、
你的名字、预览。影片仅限获得授权的人。</translation>
    </message>
    <message>
        <source>The preview was changed on its way.</source>
        <translation>预览在传输途中被更改。</translation>
    </message>
    <message>
        <source>It does not match what %1 signed, and nothing of it is shown.</source>
        <translation>它与 %1 签名的内容不符，因此不会显示任何画面。</translation>
    </message>
    <message>
        <source>Save the picture with its subtitles</source>
        <translation>保存带字幕的画面</translation>
    </message>
    <message>
        <source>The free preview does not lie inside the film as it is published.</source>
        <translation>免费预览片段不在所发布的影片之内。</translation>
    </message>
    <message>
        <source>Choose 5 to 60 seconds of it.</source>
        <translation>请选择其中的 5 到 60 秒。</translation>
    </message>
    <message>
        <source>This film has no free preview.</source>
        <translation>这部影片没有免费预览。</translation>
    </message>
    <message>
        <source>This gateway cannot check quantum-safe signatures.</source>
        <translation>此网关无法验证抗量子签名。</translation>
    </message>
    <message>
        <source>Publish at another gateway or without them, or ask whoever runs it for OpenSSL 3.5.</source>
        <translation>请在其他网关发布或不使用它们，也可请运营者升级到 OpenSSL 3.5。</translation>
    </message>
    <message>
        <source>A key node has shown no quantum-safe key.</source>
        <translation>某个密钥节点没有提供抗量子密钥。</translation>
    </message>
    <message>
        <source>Choose the nodes anew, so that each is asked for its keys.</source>
        <translation>请重新选择节点，以便逐一询问其密钥。</translation>
    </message>
    <message>
        <source>This account signs with a second, quantum-safe key, and this is not signed by it.</source>
        <translation>此账户使用第二把抗量子密钥签名，而此处缺少该签名。</translation>
    </message>
    <message>
        <source>Do it on a computer with OpenSSL 3.5 or later.</source>
        <translation>请在装有 OpenSSL 3.5 或更高版本的电脑上操作。</translation>
    </message>
    <message>
        <source>This account signs with a second, quantum-safe key, and this computer cannot.</source>
        <translation>此账户使用第二把抗量子密钥签名，而本机不支持。</translation>
    </message>
    <message>
        <source>Use a computer with OpenSSL 3.5 or later for this.</source>
        <translation>请为此使用装有 OpenSSL 3.5 或更高版本的电脑。</translation>
    </message>
    <message>
        <source>This film is protected in a way that this Keyreel does not know.</source>
        <translation>这部影片采用了此版本 Keyreel 不认识的保护方式。</translation>
    </message>
    <message>
        <source>Update Keyreel.</source>
        <translation>请更新 Keyreel。</translation>
    </message>
    <message>
        <source>The film&apos;s maker required quantum-safe protection, and that is for ever.</source>
        <translation>影片作者要求抗量子保护，且永久有效。</translation>
    </message>
    <message>
        <source>This film was published before.</source>
        <translation>这部影片此前已发布。</translation>
    </message>
    <message>
        <source>The sealed record of this computer was changed or damaged.</source>
        <translation>本机的封印记录被改动或损坏。</translation>
    </message>
    <message>
        <source>Keep its file as evidence; what stands before the damage still holds.</source>
        <translation>请保留该文件作为证据；损坏之前的记录仍然有效。</translation>
    </message>
    <message>
        <source>This is no complete address of a film.</source>
        <translation>这不是完整的影片地址。</translation>
    </message>
    <message>
        <source>Check that it was copied completely.</source>
        <translation>请检查是否完整复制。</translation>
    </message>
    <message>
        <source>The chapters cannot be used as they are.</source>
        <translation>这些章节无法使用。</translation>
    </message>
    <message>
        <source>Give each a later time than the one before, and a shorter title.</source>
        <translation>请让每一章的时间晚于前一章，并缩短标题。</translation>
    </message>
    <message>
        <source>The gateway serves something other than what was published.</source>
        <translation>网关提供的内容与所发布的不同。</translation>
    </message>
    <message>
        <source>Try again. If it stays, this gateway is not to be trusted.</source>
        <translation>请重试。如果依旧如此，则不应信任此网关。</translation>
    </message>
    <message>
        <source>The gateway took the film&apos;s record, but its log does not show it.</source>
        <translation>网关接收了影片记录，但其日志中没有显示。</translation>
    </message>
    <message>
        <source>The free preview would be larger than 32 MiB.</source>
        <translation>免费预览将超过 32 MiB。</translation>
    </message>
    <message>
        <source>Choose a shorter one.</source>
        <translation>请选择更短的片段。</translation>
    </message>
    <message>
        <source>The description is too long.</source>
        <translation>简介过长。</translation>
    </message>
    <message>
        <source>Shorten it.</source>
        <translation>请缩短标题。</translation>
    </message>
    <message>
        <source>The film has no title yet.</source>
        <translation>影片还没有标题。</translation>
    </message>
    <message>
        <source>Give it one; it may be changed later.</source>
        <translation>请取一个标题；之后可以更改。</translation>
    </message>
    <message>
        <source>The title is too long.</source>
        <translation>标题过长。</translation>
    </message>
    <message>
        <source>The title or the description is not proper text.</source>
        <translation>标题或简介不是有效文本。</translation>
    </message>
    <message>
        <source>Type it anew.</source>
        <translation>请重新输入。</translation>
    </message>
    <message>
        <source>A tag cannot be used.</source>
        <translation>某个标签无法使用。</translation>
    </message>
    <message>
        <source>Use short words.</source>
        <translation>请使用简短的词。</translation>
    </message>
    <message>
        <source>Something is there already, and nothing is written over.</source>
        <translation>该处已有内容，不会被覆盖。</translation>
    </message>
    <message>
        <source>The file is larger than it may be.</source>
        <translation>文件超过允许的大小。</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>请选择其他货币。</translation>
    </message>
    <message>
        <source>The file ends too early.</source>
        <translation>文件提前结束。</translation>
    </message>
    <message>
        <source>Copy it again.</source>
        <translation>请重新复制。</translation>
    </message>
    <message>
        <source>The film ends too early.</source>
        <translation>影片提前结束。</translation>
    </message>
    <message>
        <source>Copy or download it again.</source>
        <translation>请重新复制或下载。</translation>
    </message>
    <message>
        <source>The film could not be read.</source>
        <translation>无法读取影片。</translation>
    </message>
    <message>
        <source>The sample film could not be made.</source>
        <translation>无法生成示例影片。</translation>
    </message>
    <message>
        <source>Check that the full FFmpeg libraries of the distribution are installed.</source>
        <translation>请检查是否安装了发行版的完整 FFmpeg 库。</translation>
    </message>
    <message>
        <source>The gateway shows other keys than when it was first met.</source>
        <translation>网关出示的密钥与首次连接时不同。</translation>
    </message>
    <message>
        <source>Do not publish there before you have asked who runs it.</source>
        <translation>在询问运营者之前，请不要在那里发布。</translation>
    </message>
    <message>
        <source>The film may be public already, and its gateway does not answer.</source>
        <translation>影片可能已公开，而其网关没有回应。</translation>
    </message>
    <message>
        <source>Cancel it again when the gateway answers. Until then it stands still.</source>
        <translation>待网关有回应后再取消。在此之前保持不动。</translation>
    </message>
    <message>
        <source>This account has access already.</source>
        <translation>此账户已有访问权。</translation>
    </message>
    <message>
        <source>The gateway&apos;s rights log is dated in the future.</source>
        <translation>网关的权利日志日期在未来。</translation>
    </message>
    <message>
        <source>Look at this computer&apos;s clock.</source>
        <translation>请检查本机时钟。</translation>
    </message>
    <message>
        <source>There is an identity here already, which is left as it is.</source>
        <translation>此处已有身份，将保持原样。</translation>
    </message>
    <message>
        <source>Open it, or use another profile.</source>
        <translation>请打开它，或使用其他配置档。</translation>
    </message>
    <message>
        <source>There is no identity here yet.</source>
        <translation>此处还没有身份。</translation>
    </message>
    <message>
        <source>Create one, or restore one from its recovery phrase.</source>
        <translation>请新建，或用 24 个单词恢复。</translation>
    </message>
    <message>
        <source>This is no picture that Keyreel can read.</source>
        <translation>这不是 Keyreel 可读取的图片。</translation>
    </message>
    <message>
        <source>Choose a PNG, JPEG or WebP file.</source>
        <translation>请选择 PNG、JPEG 或 WebP 文件。</translation>
    </message>
    <message>
        <source>The picture is too large.</source>
        <translation>图片过大。</translation>
    </message>
    <message>
        <source>Choose a smaller one.</source>
        <translation>请选择较小的图片。</translation>
    </message>
    <message>
        <source>This film is being published by another Keyreel on this computer.</source>
        <translation>本机上的另一个 Keyreel 正在发布这部影片。</translation>
    </message>
    <message>
        <source>Wait for it, or close it there.</source>
        <translation>请等待其完成，或在那里关闭。</translation>
    </message>
    <message>
        <source>What was kept of this publication cannot be read.</source>
        <translation>无法读取此次发布保存的内容。</translation>
    </message>
    <message>
        <source>Cancel it and publish the film again.</source>
        <translation>请取消并重新发布影片。</translation>
    </message>
    <message>
        <source>This publication belongs to another network.</source>
        <translation>此次发布属于另一个网络。</translation>
    </message>
    <message>
        <source>Switch back to it, or publish the film again.</source>
        <translation>请切换回该网络，或重新发布影片。</translation>
    </message>
    <message>
        <source>The keyring of this system does not do what it was asked.</source>
        <translation>系统密钥环未能完成请求。</translation>
    </message>
    <message>
        <source>Unlock it and try again.</source>
        <translation>请解锁后重试。</translation>
    </message>
    <message>
        <source>The film has several keys; another program sealed it.</source>
        <translation>影片有多把密钥，由其他程序封装。</translation>
    </message>
    <message>
        <source>Export them with that program.</source>
        <translation>请用该程序导出。</translation>
    </message>
    <message>
        <source>Seal it anew with that program.</source>
        <translation>请用该程序重新封装。</translation>
    </message>
    <message>
        <source>The film&apos;s key is with the new nodes, but they did not give it back yet.</source>
        <translation>影片密钥已交给新节点，但尚未能取回。</translation>
    </message>
    <message>
        <source>Open the film in a minute. If that fails, seal it anew.</source>
        <translation>请一分钟后打开影片。若失败，请重新封装。</translation>
    </message>
    <message>
        <source>The recovery kit asks for a way to check its password that Keyreel never uses.</source>
        <translation>恢复包要求的密码验证方式是 Keyreel 从不使用的。</translation>
    </message>
    <message>
        <source>Use another copy of it, or restore with the 24 words.</source>
        <translation>请使用另一份副本，或用 24 个单词恢复。</translation>
    </message>
    <message>
        <source>The recovery kit is damaged.</source>
        <translation>恢复包已损坏。</translation>
    </message>
    <message>
        <source>The recovery kit was made by a newer version of Keyreel.</source>
        <translation>恢复包由更新版本的 Keyreel 生成。</translation>
    </message>
    <message>
        <source>The password of a recovery kit needs more characters.</source>
        <translation>恢复包的密码需要更多字符。</translation>
    </message>
    <message>
        <source>Take four or five words that have nothing to do with each other.</source>
        <translation>请使用四五个互不相关的词。</translation>
    </message>
    <message>
        <source>One of the words is not in the list.</source>
        <translation>其中一个词不在词表中。</translation>
    </message>
    <message>
        <source>Check how it is written.</source>
        <translation>请检查拼写。</translation>
    </message>
    <message>
        <source>Every word is in the list, but at least one is wrong or stands in the wrong place.</source>
        <translation>每个词都在词表中，但至少有一个写错或位置不对。</translation>
    </message>
    <message>
        <source>Compare each word and their order with what you wrote down.</source>
        <translation>请逐词及顺序与你所写的核对。</translation>
    </message>
    <message>
        <source>A recovery phrase has 12 or 24 words.</source>
        <translation>恢复词为 12 或 24 个词。</translation>
    </message>
    <message>
        <source>Enter all of them.</source>
        <translation>请全部输入。</translation>
    </message>
    <message>
        <source>The pictures of the qualities cannot be cut at the same times.</source>
        <translation>各画质无法在相同时间点切分。</translation>
    </message>
    <message>
        <source>Publish without keeping the film&apos;s own pictures, or in one quality.</source>
        <translation>请不保留影片原画面，或仅以一种画质发布。</translation>
    </message>
    <message>
        <source>The list of your films cannot be read.</source>
        <translation>无法读取你的影片列表。</translation>
    </message>
    <message>
        <source>Move its file away; films come back when their links are opened again.</source>
        <translation>请移走该文件；重新打开链接后影片会恢复。</translation>
    </message>
    <message>
        <source>The rights log is another now than when this computer verified it.</source>
        <translation>权利日志与本机验证时的不同。</translation>
    </message>
    <message>
        <source>Open and publish nothing through this gateway before you have asked who runs it.</source>
        <translation>在询问运营者之前，请勿通过此网关打开或发布。</translation>
    </message>
    <message>
        <source>The gateway has shown a key node another rights log than this computer, and signed both.</source>
        <translation>网关向密钥节点与本机出示了不同的权利日志，且两者都已签名。</translation>
    </message>
    <message>
        <source>Open and publish nothing through this gateway; tell others.</source>
        <translation>请勿通过此网关打开或发布，并告知他人。</translation>
    </message>
    <message>
        <source>The gateway has signed entries of its rights log that this computer could not get.</source>
        <translation>网关签署了本机无法取得的权利日志条目。</translation>
    </message>
    <message>
        <source>Try again. If it stays, open and publish nothing through it.</source>
        <translation>请重试。如果依旧如此，请勿通过它打开或发布。</translation>
    </message>
    <message>
        <source>The gateway&apos;s proof that its rights log only grew does not hold.</source>
        <translation>网关关于其权利日志只增不改的证明不成立。</translation>
    </message>
    <message>
        <source>The gateway showed no rights log.</source>
        <translation>网关没有出示权利日志。</translation>
    </message>
    <message>
        <source>What is known of this film&apos;s parts makes no sense.</source>
        <translation>这部影片的组成信息没有意义。</translation>
    </message>
    <message>
        <source>Tell its maker.</source>
        <translation>请告知其作者。</translation>
    </message>
    <message>
        <source>What is known of this film&apos;s parts cannot be read.</source>
        <translation>无法读取这部影片的组成信息。</translation>
    </message>
    <message>
        <source>The gateway sent other details of the film than those in the rights log. Nothing was opened.</source>
        <translation>网关发来的影片信息与权利日志不符。未打开任何内容。</translation>
    </message>
    <message>
        <source>Try again; if it stays, tell the maker of the film.</source>
        <translation>请重试；如果依旧如此，请告知影片作者。</translation>
    </message>
    <message>
        <source>What is known of this film is not signed by its maker.</source>
        <translation>这部影片的信息没有作者签名。</translation>
    </message>
    <message>
        <source>Do not open it. Ask the maker for the link.</source>
        <translation>请勿打开。请向作者索取链接。</translation>
    </message>
    <message>
        <source>The film changed while it was being read.</source>
        <translation>影片在读取时发生了变化。</translation>
    </message>
    <message>
        <source>Wait until it has been copied or downloaded completely, then try again.</source>
        <translation>请等待其完全复制或下载后重试。</translation>
    </message>
    <message>
        <source>The film changes its coding in the middle.</source>
        <translation>影片中途更换了编码。</translation>
    </message>
    <message>
        <source>Convert it with another program, so that it has one coding throughout.</source>
        <translation>请用其他程序转换，使其全程为一种编码。</translation>
    </message>
    <message>
        <source>The times of the film jump.</source>
        <translation>影片的时间戳有跳跃。</translation>
    </message>
    <message>
        <source>Convert it with another program.</source>
        <translation>请用其他程序转换。</translation>
    </message>
    <message>
        <source>Pictures of the film have no time.</source>
        <translation>影片中有画面缺少时间戳。</translation>
    </message>
    <message>
        <source>The film does not say how many pictures it shows in a second.</source>
        <translation>影片未说明每秒显示多少画面。</translation>
    </message>
    <message>
        <source>This computer cannot encode the film.</source>
        <translation>本机无法编码这部影片。</translation>
    </message>
    <message>
        <source>Install the full FFmpeg libraries of the distribution.</source>
        <translation>请安装发行版的完整 FFmpeg 库。</translation>
    </message>
    <message>
        <source>The film cannot be opened.</source>
        <translation>无法打开影片。</translation>
    </message>
    <message>
        <source>Nothing of the film is left in this part.</source>
        <translation>这一部分中没有影片内容。</translation>
    </message>
    <message>
        <source>Choose another beginning or end.</source>
        <translation>请选择其他起点或终点。</translation>
    </message>
    <message>
        <source>This place of the film cannot be found.</source>
        <translation>找不到影片的这个位置。</translation>
    </message>
    <message>
        <source>Try another one.</source>
        <translation>请尝试其他位置。</translation>
    </message>
    <message>
        <source>This system has no decoder for the coding of this film.</source>
        <translation>本系统没有此影片编码的解码器。</translation>
    </message>
    <message>
        <source>The program that reads films is not there, or may not be run.</source>
        <translation>读取影片的程序不存在或不可运行。</translation>
    </message>
    <message>
        <source>Install Keyreel again.</source>
        <translation>请重新安装 Keyreel。</translation>
    </message>
    <message>
        <source>The film cannot be converted.</source>
        <translation>无法转换影片。</translation>
    </message>
    <message>
        <source>This file describes no network.</source>
        <translation>此文件不是网络描述。</translation>
    </message>
    <message>
        <source>Ask whoever runs the network for its file, or type the gateway&apos;s address.</source>
        <translation>请向运营者索取文件，或输入网关地址。</translation>
    </message>
    <message>
        <source>What is kept of the network cannot be read.</source>
        <translation>无法读取保存的网络信息。</translation>
    </message>
    <message>
        <source>Choose the network again in Settings.</source>
        <translation>请在设置中重新选择网络。</translation>
    </message>
    <message>
        <source>A key node shows other keys than those that this computer knows it by.</source>
        <translation>某个密钥节点出示的密钥与本机所知的不同。</translation>
    </message>
    <message>
        <source>Seal nothing to it before you have asked who runs it.</source>
        <translation>在询问运营者之前，请勿为其封装。</translation>
    </message>
    <message>
        <source>This key node was named already.</source>
        <translation>此密钥节点已列出。</translation>
    </message>
    <message>
        <source>Name each key node once.</source>
        <translation>每个密钥节点只列一次。</translation>
    </message>
    <message>
        <source>A key node follows the rights log of another gateway.</source>
        <translation>某个密钥节点跟随的是另一个网关的权利日志。</translation>
    </message>
    <message>
        <source>Choose key nodes that follow this gateway.</source>
        <translation>请选择跟随此网关的密钥节点。</translation>
    </message>
    <message>
        <source>These key nodes cannot hold a film&apos;s key together.</source>
        <translation>这些密钥节点无法共同持有影片密钥。</translation>
    </message>
    <message>
        <source>Choose another set of key nodes.</source>
        <translation>请选择另一组密钥节点。</translation>
    </message>
    <message>
        <source>The film&apos;s key nodes were chosen for another gateway.</source>
        <translation>影片的密钥节点是为另一个网关选择的。</translation>
    </message>
    <message>
        <source>Choose its key nodes again, or switch back to that gateway.</source>
        <translation>请重新选择密钥节点，或切换回该网关。</translation>
    </message>
    <message>
        <source>The gateway shows no key nodes that could be used.</source>
        <translation>网关没有可用的密钥节点。</translation>
    </message>
    <message>
        <source>Ask whoever runs it, or choose another gateway.</source>
        <translation>请询问运营者，或选择其他网关。</translation>
    </message>
    <message>
        <source>So many key nodes cannot be asked for.</source>
        <translation>无法要求这么多密钥节点。</translation>
    </message>
    <message>
        <source>Choose no more than there are.</source>
        <translation>请不要超过现有数量。</translation>
    </message>
    <message>
        <source>This film is not sold.</source>
        <translation>这部影片不出售。</translation>
    </message>
    <message>
        <source>Ask its maker to let you in.</source>
        <translation>请向作者请求访问。</translation>
    </message>
    <message>
        <source>The terms of sale cannot be used as they are.</source>
        <translation>销售条款无法使用。</translation>
    </message>
    <message>
        <source>Look at price, copies and resale.</source>
        <translation>请检查价格、份数和转售。</translation>
    </message>
    <message>
        <source>The order is for another film, buyer or price.</source>
        <translation>订单针对的是其他影片、买家或价格。</translation>
    </message>
    <message>
        <source>Ask the buyer for a new one.</source>
        <translation>请向买家索取新订单。</translation>
    </message>
    <message>
        <source>A sale needs the buyer&apos;s signed order.</source>
        <translation>出售需要买家签名的订单。</translation>
    </message>
    <message>
        <source>Ask the buyer for one.</source>
        <translation>请向买家索取。</translation>
    </message>
    <message>
        <source>This order has been answered before.</source>
        <translation>此订单已处理过。</translation>
    </message>
    <message>
        <source>All copies of this film are sold.</source>
        <translation>这部影片的所有份数均已售出。</translation>
    </message>
    <message>
        <source>The price is no decimal number.</source>
        <translation>价格不是十进制数。</translation>
    </message>
    <message>
        <source>Write digits with at most one point.</source>
        <translation>请输入数字，最多一个小数点。</translation>
    </message>
    <message>
        <source>The log does not know this currency.</source>
        <translation>日志不认识此货币。</translation>
    </message>
    <message>
        <source>The royalties do not add up.</source>
        <translation>分成合计不符。</translation>
    </message>
    <message>
        <source>Correct the split.</source>
        <translation>请更正分配。</translation>
    </message>
    <message>
        <source>There is not enough memory.</source>
        <translation>内存不足。</translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation>请关闭其他程序后重试。</translation>
    </message>
    <message>
        <source>This is no proof of an opening.</source>
        <translation>这不是打开凭证。</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>请选择其他文件。</translation>
    </message>
    <message>
        <source>The proof of this opening does not hold.</source>
        <translation>此打开凭证不成立。</translation>
    </message>
    <message>
        <source>Ask for another copy.</source>
        <translation>请索取另一份。</translation>
    </message>
    <message>
        <source>The details of the film are no longer beside this proof.</source>
        <translation>影片信息已不在此凭证旁。</translation>
    </message>
    <message>
        <source>Open the film again to get a new one.</source>
        <translation>请重新打开影片以获得新凭证。</translation>
    </message>
    <message>
        <source>The proof of this opening is larger than one can be.</source>
        <translation>打开凭证超出可能的大小。</translation>
    </message>
    <message>
        <source>Somebody changed the details of this film meanwhile.</source>
        <translation>影片信息在此期间已被更改。</translation>
    </message>
    <message>
        <source>Look at it again, then change it.</source>
        <translation>请重新查看后再修改。</translation>
    </message>
    <message>
        <source>This was revoked already.</source>
        <translation>此项已被撤销。</translation>
    </message>
    <message>
        <source>The revocation has not reached all key nodes.</source>
        <translation>撤销尚未送达所有密钥节点。</translation>
    </message>
    <message>
        <source>It is sent again until all know it.</source>
        <translation>将继续发送，直到全部获知。</translation>
    </message>
    <message>
        <source>The revocation has reached nobody.</source>
        <translation>撤销未送达任何一方。</translation>
    </message>
    <message>
        <source>The shares are right, but together they are not the key that the maker committed to.</source>
        <translation>各份额正确，但合起来并非作者承诺的密钥。</translation>
    </message>
    <message>
        <source>Ask the maker to publish the film again.</source>
        <translation>请作者重新发布影片。</translation>
    </message>
    <message>
        <source>A program that belongs to Keyreel is not there, or may not be run.</source>
        <translation>Keyreel 的某个程序不存在或不可运行。</translation>
    </message>
    <message>
        <source>A program that belongs to Keyreel did not become ready in time.</source>
        <translation>Keyreel 的某个程序未能及时就绪。</translation>
    </message>
    <message>
        <source>The part that reads films cannot be shut in on this system, so it does not run.</source>
        <translation>在此系统上无法隔离读取影片的部分，因此不运行。</translation>
    </message>
    <message>
        <source>Ask whoever looks after this computer for seccomp.</source>
        <translation>请向本机管理者询问 seccomp。</translation>
    </message>
    <message>
        <source>This is in force already.</source>
        <translation>此项已生效。</translation>
    </message>
    <message>
        <source>These subtitles cannot be read.</source>
        <translation>无法读取这些字幕。</translation>
    </message>
    <message>
        <source>Open them in the program that made them, and save them again.</source>
        <translation>请在制作它们的程序中打开并重新保存。</translation>
    </message>
    <message>
        <source>This is neither WebVTT nor SubRip nor ASS nor TTML.</source>
        <translation>这既不是 WebVTT、SubRip，也不是 ASS 或 TTML。</translation>
    </message>
    <message>
        <source>Convert the subtitles into one of these.</source>
        <translation>请将字幕转换为其中之一。</translation>
    </message>
    <message>
        <source>These subtitles are larger than they may be.</source>
        <translation>字幕超过允许的大小。</translation>
    </message>
    <message>
        <source>Split or shorten them.</source>
        <translation>请拆分或缩短。</translation>
    </message>
    <message>
        <source>Something else is working on this upload.</source>
        <translation>另有操作正在处理此上传。</translation>
    </message>
    <message>
        <source>The gateway has forgotten this upload.</source>
        <translation>网关已忘记此上传。</translation>
    </message>
    <message>
        <source>Try again; it begins anew.</source>
        <translation>请重试；将重新开始。</translation>
    </message>
    <message>
        <source>Too many uploads are unfinished at the gateway.</source>
        <translation>网关上未完成的上传过多。</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>请稍后重试。</translation>
    </message>
    <message>
        <source>Another program is changing your keys.</source>
        <translation>另一个程序正在更改你的密钥。</translation>
    </message>
    <message>
        <source>Wait until it is done, then try again.</source>
        <translation>请等待其完成后重试。</translation>
    </message>
    <message>
        <source>Another program gave your keys a new vault key.</source>
        <translation>另一个程序更换了你的保险库密钥。</translation>
    </message>
    <message>
        <source>Lock Keyreel and unlock it.</source>
        <translation>请锁定 Keyreel 再解锁。</translation>
    </message>
    <message>
        <source>The vault with your keys is damaged.</source>
        <translation>存放你密钥的保险库已损坏。</translation>
    </message>
    <message>
        <source>Restore the identity from its recovery phrase.</source>
        <translation>请用 24 个单词恢复身份。</translation>
    </message>
    <message>
        <source>The vault is full.</source>
        <translation>保险库已满。</translation>
    </message>
    <message>
        <source>Remove something from it first.</source>
        <translation>请先移除一些内容。</translation>
    </message>
    <message>
        <source>The vault was written by a newer version of Keyreel.</source>
        <translation>保险库由更新版本的 Keyreel 写入。</translation>
    </message>
    <message>
        <source>The keys in the keyring are not those of this vault.</source>
        <translation>密钥环中的密钥不属于此保险库。</translation>
    </message>
    <message>
        <source>1 film</source>
        <translation>1 部影片</translation>
    </message>
    <message>
        <source>%1 films</source>
        <translation>%1 部影片</translation>
    </message>
    <message>
        <source>Kept for watching offline</source>
        <translation>已保存为离线观看</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Kept for watching offline: %1</source>
        <translation>已保存为离线观看：%1</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::ActivityModel</name>
    <message>
        <source>%1, %2, record %3</source>
        <translation>%1，%2，第 %3 条记录</translation>
    </message>
    <message>
        <source>No. %1</source>
        <translation>第 %1 号</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::ActivityPage</name>
    <message>
        <source>Activity</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Everything this computer did with your keys</source>
        <translation>这台电脑用你的密钥做过的一切</translation>
    </message>
    <message>
        <source>Check a proof...</source>
        <translation>核验证明...</translation>
    </message>
    <message>
        <source>A file that says how a film was opened, here or elsewhere</source>
        <translation>说明影片如何被打开的文件，无论是在这里还是别处</translation>
    </message>
    <message>
        <source>Reading the record</source>
        <translation>正在读取记录</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Which records</source>
        <translation>显示哪些记录</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>已打开</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>已发布</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>访问权</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>Find a record</source>
        <translation>查找记录</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>核验</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>尚未核验</translation>
    </message>
    <message>
        <source>Each record carries the seal of the one before it.</source>
        <translation>每条记录都带有前一条的封印。</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Nothing has happened yet</source>
        <translation>还没有任何活动</translation>
    </message>
    <message>
        <source>Publishing, opening and letting people in each leave a sealed record here.</source>
        <translation>每次发布、打开和授权都会在这里留下一条封印的记录。</translation>
    </message>
    <message>
        <source>No. %1</source>
        <translation>第 %1 号</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Follows</source>
        <translation>接续</translation>
    </message>
    <message>
        <source>Own seal</source>
        <translation>自身封印</translation>
    </message>
    <message>
        <source>Verify again</source>
        <translation>重新核验</translation>
    </message>
    <message>
        <source>The record is broken</source>
        <translation>记录已被破坏</translation>
    </message>
    <message>
        <source>Nothing was changed</source>
        <translation>没有任何改动</translation>
    </message>
    <message>
        <source>The one record is signed by this computer</source>
        <translation>唯一的一条记录由这台电脑签名</translation>
    </message>
    <message>
        <source>All %1 records follow from each other</source>
        <translation>全部 %1 条记录前后相连</translation>
    </message>
    <message>
        <source>First record</source>
        <translation>最早的记录</translation>
    </message>
    <message>
        <source>Newest record</source>
        <translation>最新的记录</translation>
    </message>
    <message>
        <source>Newest seal</source>
        <translation>最新的封印</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::AppWindow</name>
    <message>
        <source>Your 24 words are under Keys &amp; devices</source>
        <translation>你的 24 个单词在“密钥与设备”中</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>片库</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>制作</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Keys &amp; devices</source>
        <translation>密钥与设备</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>影片</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>欢迎</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>已吊销</translation>
    </message>
    <message>
        <source>Open a film link</source>
        <translation>打开影片链接</translation>
    </message>
    <message>
        <source>Player</source>
        <translation>播放器</translation>
    </message>
    <message>
        <source>%1 is published</source>
        <translation>%1 已发布</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>复制链接</translation>
    </message>
    <message>
        <source>Create your identity first</source>
        <translation>请先创建你的身份</translation>
    </message>
    <message>
        <source>Let go to show these subtitles</source>
        <translation>松开以显示这些字幕</translation>
    </message>
    <message>
        <source>Let go to play this file</source>
        <translation>松开以播放此文件</translation>
    </message>
    <message>
        <source>Let go to start %1 films</source>
        <translation>松开以开始制作 %1 部影片</translation>
    </message>
    <message>
        <source>One draft each</source>
        <translation>每部一份草稿</translation>
    </message>
    <message>
        <source>Let go to start the films in %1</source>
        <translation>松开以开始制作 %1 中的影片</translation>
    </message>
    <message>
        <source>Let go to start a new film</source>
        <translation>松开以开始制作新影片</translation>
    </message>
    <message>
        <source>Create and Publish</source>
        <translation>制作与发布</translation>
    </message>
    <message>
        <source>Start the films that were copied, or open a copied link</source>
        <translation>用复制的文件开始制作，或打开复制的链接</translation>
    </message>
    <message>
        <source>Pause or resume a job</source>
        <translation>暂停或继续任务</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>A waiting job sooner, later</source>
        <translation>等待中的任务提前、推后</translation>
    </message>
    <message>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>A waiting job first, last</source>
        <translation>等待中的任务移到最前、最后</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>End</source>
        <translation>End</translation>
    </message>
    <message>
        <source>Cancel a job</source>
        <translation>取消任务</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Retry a job</source>
        <translation>重试任务</translation>
    </message>
    <message>
        <source>Copy the link of a film</source>
        <translation>复制影片链接</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>立即锁定</translation>
    </message>
    <message>
        <source>Jump to 0 … 90 %</source>
        <translation>跳到 0 … 90%</translation>
    </message>
    <message>
        <source>Untitled film</source>
        <translation>未命名影片</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Pause all jobs</source>
        <translation>暂停所有任务</translation>
    </message>
    <message>
        <source>Resume all jobs</source>
        <translation>继续所有任务</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Copy the link of this film</source>
        <translation>复制这部影片的链接</translation>
    </message>
    <message>
        <source>Proof written: %1</source>
        <translation>证明已写入：%1</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>核验</translation>
    </message>
    <message>
        <source>The proof was not written</source>
        <translation>证明未能写入</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Export the proof of this opening</source>
        <translation>导出此次打开的证明</translation>
    </message>
    <message>
        <source>Proofs of release (*.proof)</source>
        <translation>交付证明 (*.proof)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Open a proof</source>
        <translation>打开证明</translation>
    </message>
    <message>
        <source>Keyreel cannot read this computer&apos;s key, so protected films will not open and nothing can be published. Your system asks for the keyring&apos;s password; Keyreel never sees it.</source>
        <translation>Keyreel 无法读取这台电脑的密钥，因此受保护的影片打不开，也无法发布。系统会询问密钥环的密码，Keyreel 绝不会看到它。</translation>
    </message>
    <message>
        <source>Works now</source>
        <translation>现在可用</translation>
    </message>
    <message>
        <source>Your library, drafts, settings</source>
        <translation>你的片库、草稿和设置</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>需等待</translation>
    </message>
    <message>
        <source>Opening protected films, publishing, granting</source>
        <translation>打开受保护的影片、发布、授权</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>以后再说</translation>
    </message>
    <message>
        <source>It did not unlock. Try again.</source>
        <translation>未能解锁。请再试。</translation>
    </message>
    <message>
        <source>This computer was taken back</source>
        <translation>这台电脑的使用权已被收回</translation>
    </message>
    <message>
        <source>%1 had let it play what they may, and has revoked that. Their films do not open here any more; everything of your own does.</source>
        <translation>%1 曾允许它播放自己能看的影片，现已收回。那些影片在这里不能再打开；你自己的一切照常。</translation>
    </message>
    <message>
        <source>Join again with a code</source>
        <translation>用配对码重新加入</translation>
    </message>
    <message>
        <source>A film is on its way</source>
        <translation>有影片正在处理</translation>
    </message>
    <message>
        <source>What is uploaded is kept, and goes on at the next start. A film that is being encrypted begins that stage anew.</source>
        <translation>已上传的部分会保留，下次启动时继续。正在加密的影片会重新开始该阶段。</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>留下</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>%1 is in the trash, and stays published</source>
        <translation>%1 已移到回收站，仍然公开</translation>
    </message>
    <message>
        <source>%1 is in the trash</source>
        <translation>%1 已移到回收站</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Order written: %1</source>
        <translation>订单已写入：%1</translation>
    </message>
    <message>
        <source>%1 may open it now</source>
        <translation>%1 现在可以打开了</translation>
    </message>
    <message>
        <source>The order was not written</source>
        <translation>订单未能写入</translation>
    </message>
    <message>
        <source>Nobody was let in by this order</source>
        <translation>没有人因此订单获得访问权</translation>
    </message>
    <message>
        <source>Where the signed order goes</source>
        <translation>签名订单保存到哪里</translation>
    </message>
    <message>
        <source>Orders (*.%1)</source>
        <translation>订单 (*.%1)</translation>
    </message>
    <message>
        <source>Choose the buyer&apos;s order</source>
        <translation>选择买家的订单</translation>
    </message>
    <message>
        <source>%1 films are in the trash; what you published stays so</source>
        <translation>%1 部影片已移到回收站；已发布的仍保持发布</translation>
    </message>
    <message>
        <source>Link copied</source>
        <translation>链接已复制</translation>
    </message>
    <message>
        <source>%1 links copied</source>
        <translation>已复制 %1 个链接</translation>
    </message>
    <message>
        <source>Media keys</source>
        <translation>媒体键</translation>
    </message>
    <message>
        <source>Let go to play %1 films</source>
        <translation>松开以播放 %1 部影片</translation>
    </message>
    <message>
        <source>One after the other</source>
        <translation>依次播放</translation>
    </message>
    <message>
        <source>Let go to play the films in %1</source>
        <translation>松开以播放 %1 中的影片</translation>
    </message>
    <message>
        <source>Play, pause, stop, next, previous from anywhere</source>
        <translation>随时播放、暂停、停止、下一个、上一个</translation>
    </message>
    <message>
        <source>Let go to play this film</source>
        <translation>松开即可播放这部影片</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::AssetPage</name>
    <message>
        <source>Film</source>
        <translation>影片</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Waiting for the gateway</source>
        <translation>正在等待网关</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Written into the rights log</source>
        <translation>已写入权利日志</translation>
    </message>
    <message>
        <source>Share link</source>
        <translation>分享链接</translation>
    </message>
    <message>
        <source>People who may watch</source>
        <translation>可以观看的人</translation>
    </message>
    <message>
        <source>Let someone in</source>
        <translation>授权某人</translation>
    </message>
    <message>
        <source>Grant</source>
        <translation>授权</translation>
    </message>
    <message>
        <source>Integrity</source>
        <translation>完整性</translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>清单</translation>
    </message>
    <message>
        <source>Waits until the network is up</source>
        <translation>等待网络就绪</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>No description.</source>
        <translation>没有简介。</translation>
    </message>
    <message>
        <source>%1 · published %2</source>
        <translation>%1 · 发布于 %2</translation>
    </message>
    <message>
        <source>Granted</source>
        <translation>授权时间</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>免费</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>访问权</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>画面</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>已存储</translation>
    </message>
    <message>
        <source>signed by %1, checked</source>
        <translation>由 %1 签名，已核验</translation>
    </message>
    <message>
        <source>Parts with a signed digest</source>
        <translation>带签名摘要的部分</translation>
    </message>
    <message>
        <source>Rights log, this copy</source>
        <translation>权利日志（此副本）</translation>
    </message>
    <message>
        <source>%1 records</source>
        <translation>%1 条记录</translation>
    </message>
    <message>
        <source>Film ID</source>
        <translation>影片 ID</translation>
    </message>
    <message>
        <source>Address (CID)</source>
        <translation>地址 (CID)</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>签名者</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>保护</translation>
    </message>
    <message>
        <source>cenc, AES-128-CTR</source>
        <translation>cenc, AES-128-CTR</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>CMAF, DASH, HLS</source>
        <translation>CMAF, DASH, HLS</translation>
    </message>
    <message>
        <source>Anyone with the link may watch this film; nobody needs to be let in.</source>
        <translation>任何有链接的人都可以观看这部影片，无需授权。</translation>
    </message>
    <message>
        <source>You, and nobody else yet. Whoever wants to watch copies their account under Keys &amp; devices and sends it to you.</source>
        <translation>目前只有你。想观看的人请在“密钥与设备”中复制自己的账号发给你。</translation>
    </message>
    <message>
        <source>You and one person.</source>
        <translation>你和另外 1 人。</translation>
    </message>
    <message>
        <source>You and %1 people.</source>
        <translation>你和另外 %1 人。</translation>
    </message>
    <message>
        <source>Revoke...</source>
        <translation>收回...</translation>
    </message>
    <message>
        <source>Take access back</source>
        <translation>收回访问权</translation>
    </message>
    <message>
        <source>%1 will not be able to open %2 from now on. What has been watched cannot be unwatched.</source>
        <translation>从现在起，%1 将无法打开 %2。已经看过的无法收回。</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>Keep access</source>
        <translation>保留访问权</translation>
    </message>
    <message>
        <source>Link copied</source>
        <translation>链接已复制</translation>
    </message>
    <message>
        <source>Answer an order...</source>
        <translation>答复订单...</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>You, and nobody else yet. Whoever wants to buy it signs an order where the link leads, and sends you the file.</source>
        <translation>目前只有你。想购买的人会在链接所到之处签署订单，并把文件发给你。</translation>
    </message>
    <message>
        <source>Unpublish...</source>
        <translation>取消发布...</translation>
    </message>
    <message>
        <source>It is out of the catalogue</source>
        <translation>已从目录中移除</translation>
    </message>
    <message>
        <source>QR code</source>
        <translation>二维码</translation>
    </message>
    <message>
        <source>Paste their account, or several: did:key:z6Mk...</source>
        <translation>粘贴一个或多个账户：did:key:z6Mk...</translation>
    </message>
    <message>
        <source>%1 · published %2, not any more</source>
        <translation>%1 · 发布于 %2，已取消</translation>
    </message>
    <message>
        <source>Unpublish %1</source>
        <translation>取消发布 %1</translation>
    </message>
    <message>
        <source>Unpublish</source>
        <translation>取消发布</translation>
    </message>
    <message>
        <source>Keep it published</source>
        <translation>保持发布</translation>
    </message>
    <message>
        <source>Its link shows nothing to anybody new from then on, for good. Its record stays in the rights log, and whoever you let in keeps that access until you revoke it.</source>
        <translation>此后其链接不再向任何新人显示内容，且不可恢复。其记录仍保留在权利日志中；你授权过的人仍可访问，直到你撤销。</translation>
    </message>
    <message>
        <source>Edit details...</source>
        <translation>编辑信息...</translation>
    </message>
    <message>
        <source>The keys are in %1</source>
        <translation>密钥已写入 %1</translation>
    </message>
    <message>
        <source>Export keys...</source>
        <translation>导出密钥...</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::ChaptersCard</name>
    <message>
        <source>Time and title, a line each</source>
        <translation>时间和标题，每行一个</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>0:00 Opening
4:30 The harbour</source>
        <translation>0:00 开场
4:30 港口</translation>
    </message>
    <message>
        <source>Titles are public, as the film&apos;s title is.</source>
        <translation>章节标题和影片标题一样公开。</translation>
    </message>
    <message>
        <source>Take those of the file (%1)</source>
        <translation>采用文件中的章节（%1）</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::CommandPalette</name>
    <message>
        <source>Find a page, a film or an act</source>
        <translation>查找页面、影片或操作</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>搜索全部</translation>
    </message>
    <message>
        <source>What matches</source>
        <translation>匹配结果</translation>
    </message>
    <message>
        <source>Nothing called &apos;%1&apos;</source>
        <translation>没有名为“%1”的内容</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::ContinueCard</name>
    <message>
        <source>%1, %2 percent watched</source>
        <translation>%1，已观看 %2%</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::CopyField</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>%1, copy</source>
        <translation>%1，复制</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>复制 %1</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::CoverDelegate</name>
    <message>
        <source>Cover missing</source>
        <translation>缺少封面</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::CoverGrid</name>
    <message>
        <source>Titles</source>
        <translation>影片</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::CreatePage</name>
    <message>
        <source>Videos (%1)</source>
        <translation>视频 (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Choose videos</source>
        <translation>选择视频</translation>
    </message>
    <message>
        <source>Choose the video of this draft</source>
        <translation>选择此草稿的视频</translation>
    </message>
    <message>
        <source>20-second sample</source>
        <translation>20 秒示例</translation>
    </message>
    <message>
        <source>Drawing it here, once</source>
        <translation>正在这里绘制（仅一次）</translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation>%1 个文件</translation>
    </message>
    <message>
        <source>%1 read</source>
        <translation>已读取 %1</translation>
    </message>
    <message>
        <source>Reading tracks</source>
        <translation>正在读取轨道</translation>
    </message>
    <message>
        <source>%1 was not published. %2</source>
        <translation>%1 未能发布。%2</translation>
    </message>
    <message>
        <source>%1 is a draft again</source>
        <translation>%1 已恢复为草稿</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>%1 came into %2 and is a draft</source>
        <translation>%1 已进入 %2，成为草稿</translation>
    </message>
    <message>
        <source>%1 videos came into %2 and are drafts</source>
        <translation>%1 个视频已进入 %2，成为草稿</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>What you publish alike, under a name: everything that is not about one film.</source>
        <translation>以名称保存的相同发布设置：所有与单部影片无关的内容。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>%1 is applied</source>
        <translation>已应用“%1”</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>%1 is deleted</source>
        <translation>已删除“%1”</translation>
    </message>
    <message>
        <source>The presets could not be read. The file lies beside as %1.</source>
        <translation>无法读取预设。原文件已另存为 %1。</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::CreateStart</name>
    <message>
        <source>Create</source>
        <translation>制作</translation>
    </message>
    <message>
        <source>Nothing leaves this computer until you publish</source>
        <translation>发布之前，任何内容都不会离开这台电脑</translation>
    </message>
    <message>
        <source>MP4, MOV, MKV and WebM · H.264, HEVC, AV1, VP9 as they are · any length to 24 hours</source>
        <translation>MP4、MOV、MKV 和 WebM · H.264、HEVC、AV1、VP9 原样保留 · 最长 24 小时</translation>
    </message>
    <message>
        <source>Drop videos</source>
        <translation>拖入视频</translation>
    </message>
    <message>
        <source>Tracks, length and a poster frame are found for you</source>
        <translation>自动找出轨道、时长和海报画面</translation>
    </message>
    <message>
        <source>Choose who can watch</source>
        <translation>选择谁可以观看</translation>
    </message>
    <message>
        <source>Anyone with the link, or only people you grant</source>
        <translation>任何有链接的人，或仅限你授权的人</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>Encrypt, split the keys, upload, and get a link</source>
        <translation>加密、拆分密钥、上传，得到链接</translation>
    </message>
    <message>
        <source>See why</source>
        <translation>查看原因</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>What was left out</source>
        <translation>未采用的文件</translation>
    </message>
    <message>
        <source>The files are where they were; nothing of them was changed.</source>
        <translation>文件仍在原处，没有任何改动。</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::CropView</name>
    <message>
        <source>The whole picture</source>
        <translation>整张图片</translation>
    </message>
    <message>
        <source>Kept part: %1 % of the picture&apos;s width, its middle at %2 % and %3 %</source>
        <translation>保留部分：画面宽度的 %1 %，中心位于 %2 % 和 %3 %</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::DayChart</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::DevicesCard</name>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Reading the list</source>
        <translation>正在读取列表</translation>
    </message>
    <message>
        <source>Join with a code...</source>
        <translation>用配对码加入...</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>%1 active</source>
        <translation>%1 台有效</translation>
    </message>
    <message>
        <source>%1 active, %2 ended</source>
        <translation>%1 台有效，%2 台已结束</translation>
    </message>
    <message>
        <source>Reading the list from the rights log.</source>
        <translation>正在从权利日志读取列表。</translation>
    </message>
    <message>
        <source>The rights log names this computer as soon as it publishes or opens something.</source>
        <translation>这台电脑发布或打开内容后，权利日志就会列出它。</translation>
    </message>
    <message>
        <source>Added %1</source>
        <translation>添加于 %1</translation>
    </message>
    <message>
        <source>publishes and plays</source>
        <translation>可发布和播放</translation>
    </message>
    <message>
        <source>plays only</source>
        <translation>仅可播放</translation>
    </message>
    <message>
        <source>last opened a film %1</source>
        <translation>上次打开影片：%1</translation>
    </message>
    <message>
        <source>opened no film yet</source>
        <translation>尚未打开过影片</translation>
    </message>
    <message>
        <source>ended %1</source>
        <translation>结束于 %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>至 %1</translation>
    </message>
    <message>
        <source>Change...</source>
        <translation>更改...</translation>
    </message>
    <message>
        <source>Revoke...</source>
        <translation>吊销...</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>as their device &apos;%1&apos;</source>
        <translation>作为其设备“%1”</translation>
    </message>
    <message>
        <source>they took it back</source>
        <translation>对方已收回</translation>
    </message>
    <message>
        <source>Join again...</source>
        <translation>重新加入...</translation>
    </message>
    <message>
        <source>Plays what %1 may</source>
        <translation>可播放 %1 能看的影片</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::DraftCard</name>
    <message>
        <source>Untitled film</source>
        <translation>未命名影片</translation>
    </message>
    <message>
        <source>Ready to publish</source>
        <translation>可以发布</translation>
    </message>
    <message>
        <source>Draft %1</source>
        <translation>草稿 %1</translation>
    </message>
    <message>
        <source>%1, %2 of %3</source>
        <translation>%1，%2 / %3</translation>
    </message>
    <message>
        <source>%1, edited %2</source>
        <translation>%1，编辑于 %2</translation>
    </message>
    <message>
        <source>Move the draft %1 to the trash</source>
        <translation>把草稿 %1 移到回收站</translation>
    </message>
    <message>
        <source>Move this draft to the trash (Delete)</source>
        <translation>把这份草稿移到回收站（Delete）</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::DraftDetails</name>
    <message>
        <source>Untitled film</source>
        <translation>未命名影片</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Name your film</source>
        <translation>给影片起个名字</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>简介</translation>
    </message>
    <message>
        <source>What people read before they watch</source>
        <translation>观看前读到的内容</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>保护</translation>
    </message>
    <message>
        <source>AES-128, cenc</source>
        <translation>AES-128, cenc</translation>
    </message>
    <message>
        <source>One share alone opens nothing.</source>
        <translation>单独一个分片打不开任何内容。</translation>
    </message>
    <message>
        <source>Draft · saved %1</source>
        <translation>草稿 · 保存于 %1</translation>
    </message>
    <message>
        <source>The key nodes are shown as soon as the network is up.</source>
        <translation>网络就绪后会显示密钥节点。</translation>
    </message>
    <message>
        <source>does not answer</source>
        <translation>没有应答</translation>
    </message>
    <message>
        <source>Who holds the keys: &lt;b&gt;any %1 of %2 nodes&lt;/b&gt; open it.</source>
        <translation>谁持有密钥：&lt;b&gt;%2 个节点中任意 %1 个&lt;/b&gt;即可打开。</translation>
    </message>
    <message>
        <source>These nodes run on this computer, to try things with; for films of the world, three operators should run them.</source>
        <translation>这些节点运行在这台电脑上，仅供试用；正式影片应由三家不同的运营者来运行。</translation>
    </message>
    <message>
        <source>Change nodes...</source>
        <translation>更改节点...</translation>
    </message>
    <message>
        <source>The first %1 are drawn.</source>
        <translation>图中画出前 %1 个。</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>移到回收站</translation>
    </message>
    <message>
        <source>Their shares withstand quantum computers, too.</source>
        <translation>其密钥份额也能抵御量子计算机。</translation>
    </message>
    <message>
        <source>Create and Publish</source>
        <translation>制作与发布</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Presets...</source>
        <translation>预设...</translation>
    </message>
    <message>
        <source>What you publish alike: save it under a name, apply it to this draft</source>
        <translation>相同的发布设置：以名称保存，应用到此草稿</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::DropZone</name>
    <message>
        <source>MP4, MOV, MKV and WebM · H.264, HEVC, AV1, VP9 · any length</source>
        <translation>MP4、MOV、MKV 和 WebM · H.264、HEVC、AV1、VP9 · 时长不限</translation>
    </message>
    <message>
        <source>Choose files...</source>
        <translation>选择文件...</translation>
    </message>
    <message>
        <source>Use the 20-second sample</source>
        <translation>使用 20 秒示例</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Drop a video, or press Enter to choose a file</source>
        <translation>拖入视频，或按 Enter 选择文件</translation>
    </message>
    <message>
        <source>A draft for every film in it</source>
        <translation>其中每部影片一份草稿</translation>
    </message>
    <message>
        <source>Drop a video here</source>
        <translation>将视频拖到这里</translation>
    </message>
    <message>
        <source>or anywhere in this window. Keyreel reads it where it is and makes no copy.</source>
        <translation>或窗口中的任意位置。Keyreel 在原处读取，不会复制。</translation>
    </message>
    <message>
        <source>Let go to start a new film</source>
        <translation>松开以开始制作新影片</translation>
    </message>
    <message>
        <source>It is read where it is. Nothing is copied or uploaded yet.</source>
        <translation>在原处读取。尚未复制或上传任何内容。</translation>
    </message>
    <message>
        <source>Reading the films</source>
        <translation>正在读取影片</translation>
    </message>
    <message>
        <source>Reading the film</source>
        <translation>正在读取影片</translation>
    </message>
    <message>
        <source>Nothing leaves this computer.</source>
        <translation>任何内容都不会离开这台电脑。</translation>
    </message>
    <message>
        <source>This file cannot become a film</source>
        <translation>此文件不能成为影片</translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation>%1 个文件</translation>
    </message>
    <message>
        <source>One draft each</source>
        <translation>每部一份草稿</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::EditSheet</name>
    <message>
        <source>Edit details</source>
        <translation>编辑信息</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>简介</translation>
    </message>
    <message>
        <source>Everyone with the link sees the change. It is signed into the rights log; the film itself, its link and who may watch it stay as they are.</source>
        <translation>拥有链接的所有人都会看到更改。更改会签名写入权利日志；影片本身、链接以及观看权限保持不变。</translation>
    </message>
    <message>
        <source>Replace the poster...</source>
        <translation>更换海报...</translation>
    </message>
    <message>
        <source>Sign and save</source>
        <translation>签名并保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Something in it cannot stand</source>
        <translation>其中有内容不符合要求</translation>
    </message>
    <message>
        <source>Nothing is changed yet</source>
        <translation>尚未更改任何内容</translation>
    </message>
    <message>
        <source>Step 1 of 4: reading what is public now</source>
        <translation>第 1 步，共 4 步：读取当前公开的内容</translation>
    </message>
    <message>
        <source>Step 2 of 4: sending it to the gateway</source>
        <translation>第 2 步，共 4 步：发送到网关</translation>
    </message>
    <message>
        <source>Step 3 of 4: signing it into the rights log</source>
        <translation>第 3 步，共 4 步：签名写入权利日志</translation>
    </message>
    <message>
        <source>Step 4 of 4: listing it in the catalogue</source>
        <translation>第 4 步，共 4 步：列入目录</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::ExportKeysSheet</name>
    <message>
        <source>Export the keys of %1</source>
        <translation>导出“%1”的密钥</translation>
    </message>
    <message>
        <source>The file holds the film&apos;s content keys in the clear, as a CPIX document that other DRM systems read.</source>
        <translation>该文件以明文保存影片的内容密钥，为其他 DRM 系统可读的 CPIX 文档。</translation>
    </message>
    <message>
        <source>Whoever reads it</source>
        <translation>读到它的人</translation>
    </message>
    <message>
        <source>The file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Your record</source>
        <translation>你的记录</translation>
    </message>
    <message>
        <source>says that the keys were exported, and when.</source>
        <translation>会写明密钥已导出及其时间。</translation>
    </message>
    <message>
        <source>I know that this file opens the film.</source>
        <translation>我知道此文件可以打开影片。</translation>
    </message>
    <message>
        <source>It is mine to keep safe, or to delete when it has been handed over.</source>
        <translation>由我妥善保管，或在移交后删除。</translation>
    </message>
    <message>
        <source>Write keys in the clear...</source>
        <translation>以明文写出密钥...</translation>
    </message>
    <message>
        <source>Keep them with the nodes</source>
        <translation>仍由节点保管</translation>
    </message>
    <message>
        <source>Tick the sentence above first</source>
        <translation>请先勾选上面的声明</translation>
    </message>
    <message>
        <source>Write the keys to</source>
        <translation>将密钥写入</translation>
    </message>
    <message>
        <source>CPIX documents (*.xml)</source>
        <translation>CPIX 文档 (*.xml)</translation>
    </message>
    <message>
        <source>can decrypt the film, for good.</source>
        <translation>可以永久解密影片。</translation>
    </message>
    <message>
        <source>is new; only your account here may read it.</source>
        <translation>是新建的，仅你在此处的账户可读。</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::Field</name>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::FilmEditing</name>
    <message>
        <source>Everyone with the link sees it so now</source>
        <translation>拥有链接的所有人现在看到的就是这样</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::FilmFactsCard</name>
    <message>
        <source>Change poster...</source>
        <translation>更换海报...</translation>
    </message>
    <message>
        <source>Replace...</source>
        <translation>替换...</translation>
    </message>
    <message>
        <source>Reading tracks ...</source>
        <translation>正在读取轨道...</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>画面</translation>
    </message>
    <message>
        <source>%1 fps</source>
        <translation>%1 fps</translation>
    </message>
    <message>
        <source>Frame rate</source>
        <translation>帧率</translation>
    </message>
    <message>
        <source>Bit rate</source>
        <translation>码率</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>色彩</translation>
    </message>
    <message>
        <source>Converted to H.264 and AAC while encrypting. %1</source>
        <translation>加密时转换为 H.264 和 AAC。%1</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::FilmIntake</name>
    <message>
        <source>Keyreel sample</source>
        <translation>Keyreel 示例</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::FilmListPanel</name>
    <message>
        <source>%1 of %2, %3</source>
        <translation>第 %1 个，共 %2 个，%3</translation>
    </message>
    <message>
        <source>%1, plays now</source>
        <translation>%1，正在播放</translation>
    </message>
    <message>
        <source>Sooner (Alt+↑)</source>
        <translation>提前（Alt+↑）</translation>
    </message>
    <message>
        <source>Later (Alt+↓)</source>
        <translation>推后（Alt+↓）</translation>
    </message>
    <message>
        <source>Take off the list (Delete)</source>
        <translation>移出列表（Delete）</translation>
    </message>
    <message>
        <source>Up next</source>
        <translation>接下来</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Films</source>
        <translation>影片</translation>
    </message>
    <message>
        <source>It is the first</source>
        <translation>已是第一个</translation>
    </message>
    <message>
        <source>It is the last</source>
        <translation>已是最后一个</translation>
    </message>
    <message>
        <source>This one plays now</source>
        <translation>这一部正在播放</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::FilmStrip</name>
    <message>
        <source>Picture at %1 of %2</source>
        <translation>%2 中 %1 处的画面</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::FilmTimeline</name>
    <message>
        <source>Position %1 of %2</source>
        <translation>位置 %1，共 %2</translation>
    </message>
    <message>
        <source>, chapter %1 %2</source>
        <translation>，第 %1 章 %2</translation>
    </message>
    <message>
        <source>, free preview from %1 to %2</source>
        <translation>，免费预览从 %1 到 %2</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::FirstRunPage</name>
    <message>
        <source>Me</source>
        <translation>我</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>这台电脑</translation>
    </message>
    <message>
        <source>Welcome to Keyreel</source>
        <translation>欢迎使用 Keyreel</translation>
    </message>
    <message>
        <source>Key node 1</source>
        <translation>密钥节点 1</translation>
    </message>
    <message>
        <source>holds one share</source>
        <translation>持有一个分片</translation>
    </message>
    <message>
        <source>Key node 2</source>
        <translation>密钥节点 2</translation>
    </message>
    <message>
        <source>Key node 3</source>
        <translation>密钥节点 3</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>不需要</translation>
    </message>
    <message>
        <source>Any two of three keys open your film</source>
        <translation>三把密钥中任意两把即可打开你的影片</translation>
    </message>
    <message>
        <source>Keyreel locks the video on this computer. Three key nodes each hold one share of its key. One share opens nothing. Any two open the film, and only for people you allow.</source>
        <translation>Keyreel 在这台电脑上为视频加锁。三个密钥节点各持有密钥的一个分片。单个分片打不开任何内容，任意两个即可打开影片，而且只对你允许的人打开。</translation>
    </message>
    <message>
        <source>Publish your films.
Keep the keys.</source>
        <translation>发布你的影片。
密钥留在手中。</translation>
    </message>
    <message>
        <source>Your identity is made here, on this computer. There is no account to open, no e-mail to confirm and no password to forget.</source>
        <translation>你的身份就在这台电脑上创建。无需开户，无需确认邮件，也没有会忘记的密码。</translation>
    </message>
    <message>
        <source>Your name, as shown on films</source>
        <translation>你的名字（显示在影片上）</translation>
    </message>
    <message>
        <source>Create my identity</source>
        <translation>创建我的身份</translation>
    </message>
    <message>
        <source>One click, about two seconds.</source>
        <translation>点一下，大约两秒。</translation>
    </message>
    <message>
        <source>Already use Keyreel somewhere else?</source>
        <translation>已在别处使用 Keyreel？</translation>
    </message>
    <message>
        <source>Restore...</source>
        <translation>恢复...</translation>
    </message>
    <message>
        <source>From 24 words or a recovery kit</source>
        <translation>用 24 个单词或恢复包</translation>
    </message>
    <message>
        <source>Join with a code...</source>
        <translation>用配对码加入...</translation>
    </message>
    <message>
        <source>To play on this computer what another computer may</source>
        <translation>在这台电脑上播放另一台电脑能看的影片</translation>
    </message>
    <message>
        <source>Unlock keyring</source>
        <translation>解锁密钥环</translation>
    </message>
    <message>
        <source>Here to watch?</source>
        <translation>只想观看？</translation>
    </message>
    <message>
        <source>Open a film link...</source>
        <translation>打开影片链接...</translation>
    </message>
    <message>
        <source>System keyring found and unlocked. This computer&apos;s key will stay there.</source>
        <translation>系统密钥环已就绪。这台电脑的密钥会保存在那里。</translation>
    </message>
    <message>
        <source>Your system keyring is locked.</source>
        <translation>你的系统密钥环已锁定。</translation>
    </message>
    <message>
        <source>Unlock the system keyring first: this computer&apos;s key will stay there</source>
        <translation>请先解锁系统密钥环：这台电脑的密钥会保存在那里</translation>
    </message>
    <message>
        <source>No system keyring answers.</source>
        <translation>没有系统密钥环应答。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Install or start a system keyring (KWallet or GNOME Keyring), then try again</source>
        <translation>请安装或启动系统密钥环（KWallet 或 GNOME 密钥环），然后再试</translation>
    </message>
    <message>
        <source>The system keyring refused.</source>
        <translation>系统密钥环拒绝了请求。</translation>
    </message>
    <message>
        <source>Allow Keyreel to use the system keyring, then try again</source>
        <translation>请允许 Keyreel 使用系统密钥环，然后再试</translation>
    </message>
    <message>
        <source>Your 24 words or your recovery kit bring your identity back.</source>
        <translation>你的 24 个单词或恢复包可以找回你的身份。</translation>
    </message>
    <message>
        <source>An identity is here already; restore it from its 24 words</source>
        <translation>这里已有一个身份；请用它的 24 个单词恢复</translation>
    </message>
    <message>
        <source>Any name you like</source>
        <translation>任意名称</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::HealthPopover</name>
    <message>
        <source>What works right now</source>
        <translation>目前可用的功能</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::IdentityCard</name>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::JobAttendant</name>
    <message>
        <source>Published</source>
        <translation>已发布</translation>
    </message>
    <message>
        <source>%1 needs you</source>
        <translation>%1 需要你处理</translation>
    </message>
    <message>
        <source>A film is on its way</source>
        <translation>有影片正在处理</translation>
    </message>
    <message>
        <source>Nothing is left to publish</source>
        <translation>没有待发布的影片了</translation>
    </message>
    <message>
        <source>Every film that was on its way has arrived, has failed or is paused.</source>
        <translation>所有处理中的影片均已完成、失败或暂停。</translation>
    </message>
    <message>
        <source>All is published, but the command did not start</source>
        <translation>已全部发布，但命令未能启动</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::JobCard</name>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>复制链接</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Sooner (Alt+Up)</source>
        <translation>提前 (Alt+↑)</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>已发布</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Resume (Space)</source>
        <translation>继续 (空格)</translation>
    </message>
    <message>
        <source>Pause (Space)</source>
        <translation>暂停 (空格)</translation>
    </message>
    <message>
        <source>Cancel (Delete)</source>
        <translation>取消 (Delete)</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>立即重试</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::Joining</name>
    <message>
        <source>The code as a QR code</source>
        <translation>二维码形式的配对码</translation>
    </message>
    <message>
        <source>Code of this computer</source>
        <translation>这台电脑的配对码</translation>
    </message>
    <message>
        <source>Good for</source>
        <translation>有效时间</translation>
    </message>
    <message>
        <source>It is no secret: it opens nothing by itself.</source>
        <translation>它不是秘密：单凭它打不开任何内容。</translation>
    </message>
    <message>
        <source>It is known at the gateway on this computer only; another computer has to use the same gateway.</source>
        <translation>只有这台电脑上的网关知道它；另一台电脑须使用同一网关。</translation>
    </message>
    <message>
        <source>Both computers have to use the gateway %1.</source>
        <translation>两台电脑都须使用网关 %1。</translation>
    </message>
    <message>
        <source>New code</source>
        <translation>新配对码</translation>
    </message>
    <message>
        <source>Asking the gateway for a code.</source>
        <translation>正在向网关请求配对码。</translation>
    </message>
    <message>
        <source>Waiting until it is added there.</source>
        <translation>正在等待对方添加。</translation>
    </message>
    <message>
        <source>The code is %1, good for ten minutes</source>
        <translation>配对码是 %1，十分钟内有效</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Films that they may watch open on this computer, too. Their link is all you need.</source>
        <translation>对方能看的影片也能在这台电脑上打开，只需要链接。</translation>
    </message>
    <message>
        <source>Added as &apos;%1&apos; by %2, until %3.</source>
        <translation>由 %2 添加为“%1”，至 %3。</translation>
    </message>
    <message>
        <source>Join with a code</source>
        <translation>用配对码加入</translation>
    </message>
    <message>
        <source>On the computer of whoever lets you in: Keys &amp; devices, Add a device. Type this code there. This computer may then play what they may, and nothing else; no key leaves either computer.</source>
        <translation>在让你加入的人的电脑上：打开“密钥与设备”，选择“添加设备”，输入此配对码。之后这台电脑可以播放对方能看的影片，仅此而已；密钥不会离开任何一台电脑。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::KeepingBar</name>
    <message>
        <source>Keeping films for watching offline</source>
        <translation>正在保存影片供离线观看</translation>
    </message>
    <message>
        <source>Keeping film %1 of %2 for offline</source>
        <translation>正在保存第 %1 部，共 %2 部</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>%1 of %2 films are kept for offline.</source>
        <translation>%2 部影片中已保存 %1 部供离线观看。</translation>
    </message>
    <message>
        <source>%1 is not kept: %2</source>
        <translation>%1 未保存：%2</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::KeyEntry</name>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Key id and key, 32 hexadecimal digits each; several with spaces between.</source>
        <translation>密钥标识和密钥，各 32 位十六进制数字；多个之间用空格分隔。</translation>
    </message>
    <message>
        <source>This is not KID:KEY</source>
        <translation>这不是 KID:KEY 的形式</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::KeyNodesCard</name>
    <message>
        <source>Key nodes</source>
        <translation>密钥节点</translation>
    </message>
    <message>
        <source>Change nodes...</source>
        <translation>更改节点...</translation>
    </message>
    <message>
        <source>The key nodes are as they were</source>
        <translation>密钥节点保持原样</translation>
    </message>
    <message>
        <source>Any &lt;b&gt;%1 of %2&lt;/b&gt; open this film.</source>
        <translation>&lt;b&gt;%2 个中的任意 %1 个&lt;/b&gt;即可打开这部影片。</translation>
    </message>
    <message>
        <source>%1 · does not answer</source>
        <translation>%1 · 没有应答</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Waits until the network is up</source>
        <translation>等待网络就绪</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::KeyRecorder</name>
    <message>
        <source>no key</source>
        <translation>无按键</translation>
    </message>
    <message>
        <source>Press keys...</source>
        <translation>请按键...</translation>
    </message>
    <message>
        <source>Press the new keys. Esc changes nothing, Backspace takes the keys away.</source>
        <translation>请按下新的按键。Esc 不作更改，退格键清除按键。</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::KeysPage</name>
    <message>
        <source>Keys &amp; devices</source>
        <translation>密钥与设备</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>立即锁定</translation>
    </message>
    <message>
        <source>Add a device...</source>
        <translation>添加设备...</translation>
    </message>
    <message>
        <source>Your identity</source>
        <translation>你的身份</translation>
    </message>
    <message>
        <source>This name and this account are public on every film you publish.</source>
        <translation>这个名字和账号会公开显示在你发布的每部影片上。</translation>
    </message>
    <message>
        <source>Your account</source>
        <translation>你的账号</translation>
    </message>
    <message>
        <source>Recovery</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Show 24 words...</source>
        <translation>显示 24 个单词...</translation>
    </message>
    <message>
        <source>24 words bring your identity back</source>
        <translation>24 个单词可以找回你的身份</translation>
    </message>
    <message>
        <source>On another computer, or here if the keyring is lost. Keep them on paper, away from this one.</source>
        <translation>可在另一台电脑上，或在密钥环丢失后于此处使用。请写在纸上，与这台电脑分开保管。</translation>
    </message>
    <message>
        <source>System keyring</source>
        <translation>系统密钥环</translation>
    </message>
    <message>
        <source>Key nodes</source>
        <translation>密钥节点</translation>
    </message>
    <message>
        <source>Test now</source>
        <translation>立即测试</translation>
    </message>
    <message>
        <source>If one node is down, everything still opens. If two are down, films wait until one is back.</source>
        <translation>一个节点停机时，一切仍可打开。两个节点停机时，影片需等待其中一个恢复。</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>指纹</translation>
    </message>
    <message>
        <source>This computer&apos;s key</source>
        <translation>这台电脑的密钥</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Unlock your key first</source>
        <translation>请先解锁你的密钥</translation>
    </message>
    <message>
        <source>Waits until the network is up</source>
        <translation>等待网络就绪</translation>
    </message>
    <message>
        <source>The keyring is unlocked</source>
        <translation>密钥环已解锁</translation>
    </message>
    <message>
        <source>It holds this computer&apos;s key and the key of your vault.</source>
        <translation>它保存着这台电脑的密钥和你的保险库密钥。</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Shown as soon as the network is up.</source>
        <translation>网络就绪后显示。</translation>
    </message>
    <message>
        <source>Keys are held by %1 nodes; any %2 open your film.</source>
        <translation>密钥由 %1 个节点持有；任意 %2 个即可打开你的影片。</translation>
    </message>
    <message>
        <source>All of them run on this computer now, so they are not independent.</source>
        <translation>它们目前都运行在这台电脑上，因此并不独立。</translation>
    </message>
    <message>
        <source>operator not named</source>
        <translation>未注明运营者</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>does not answer; films open without it</source>
        <translation>没有应答；影片无需它也能打开</translation>
    </message>
    <message>
        <source>Make a kit...</source>
        <translation>制作恢复包...</translation>
    </message>
    <message>
        <source>Lock before this computer sleeps</source>
        <translation>在这台电脑休眠前锁定</translation>
    </message>
    <message>
        <source>Keys leave its memory, and it asks for the keyring&apos;s password afterwards</source>
        <translation>密钥会从内存中清除，之后需要输入密钥环密码</translation>
    </message>
    <message>
        <source>Recovery kit made on %1</source>
        <translation>恢复包制作于 %1</translation>
    </message>
    <message>
        <source>No recovery kit yet</source>
        <translation>还没有恢复包</translation>
    </message>
    <message>
        <source>It brings you, the drafts of that day and your published films back. Make another one when there is more to keep.</source>
        <translation>它能找回你的身份、当天的草稿和已发布的影片。有更多内容要保留时，请再做一份。</translation>
    </message>
    <message>
        <source>A file under a password: with it a lost computer costs you nothing. Without it, and without the words, nobody can bring you back.</source>
        <translation>一个受密码保护的文件：有了它，丢失电脑也不会有损失。没有它，也没有那些单词，谁也无法找回你的身份。</translation>
    </message>
    <message>
        <source>Make another...</source>
        <translation>再做一份...</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>更换密钥</translation>
    </message>
    <message>
        <source>Your vault opens by a key in the keyring</source>
        <translation>你的保险库由密钥环中的密钥打开</translation>
    </message>
    <message>
        <source>New keys seal everything in it anew, in case somebody else had this computer in their hands.</source>
        <translation>更换密钥会将其中内容全部重新封装，以防别人接触过这台计算机。</translation>
    </message>
    <message>
        <source>The vault has new keys</source>
        <translation>保险库已更换密钥</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::LibraryModel</name>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1，%2，%3</translation>
    </message>
    <message>
        <source>published</source>
        <translation>已发布</translation>
    </message>
    <message>
        <source>opened</source>
        <translation>已打开</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::LibraryPage</name>
    <message>
        <source>Library</source>
        <translation>片库</translation>
    </message>
    <message>
        <source>Open a link...</source>
        <translation>打开链接...</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>制作</translation>
    </message>
    <message>
        <source>Waiting for the library of this profile</source>
        <translation>正在等待此配置的片库</translation>
    </message>
    <message>
        <source>Your library is empty</source>
        <translation>你的片库是空的</translation>
    </message>
    <message>
        <source>Films you publish and films you open live here.
Drop a video anywhere in this window, or open a film link.</source>
        <translation>你发布和打开的影片都在这里。
将视频拖到窗口任意位置，或打开影片链接。</translation>
    </message>
    <message>
        <source>Create from a video</source>
        <translation>用视频制作</translation>
    </message>
    <message>
        <source>Just looking? &lt;a href=&quot;sample&quot;&gt;Publish the 20-second sample&lt;/a&gt; and see every step. It takes about a minute.</source>
        <translation>只是看看？&lt;a href=&quot;sample&quot;&gt;发布 20 秒示例&lt;/a&gt;，了解每个步骤，大约需要一分钟。</translation>
    </message>
    <message>
        <source>Continue watching</source>
        <translation>继续观看</translation>
    </message>
    <message>
        <source>All titles</source>
        <translation>全部影片</translation>
    </message>
    <message>
        <source>Which titles</source>
        <translation>显示哪些影片</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>已打开</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Recently added</source>
        <translation>最近添加</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Recently watched</source>
        <translation>最近观看</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>布局</translation>
    </message>
    <message>
        <source>Titles</source>
        <translation>影片</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>清除搜索</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Show its page</source>
        <translation>显示其页面</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>这里还没有内容</translation>
    </message>
    <message>
        <source>Nothing called &apos;%1&apos;</source>
        <translation>没有名为“%1”的内容</translation>
    </message>
    <message>
        <source>Other titles are still there.</source>
        <translation>其他影片仍在。</translation>
    </message>
    <message>
        <source>What was removed in the last 30 days</source>
        <translation>最近 30 天移除的内容</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>移到回收站</translation>
    </message>
    <message>
        <source>Trash (%1)</source>
        <translation>回收站（%1）</translation>
    </message>
    <message>
        <source>Search titles, people, tags</source>
        <translation>搜索标题、人物、标签</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Copy links</source>
        <translation>复制链接</translation>
    </message>
    <message>
        <source>Choose none</source>
        <translation>取消选择</translation>
    </message>
    <message>
        <source>1 chosen</source>
        <translation>已选 1 部</translation>
    </message>
    <message>
        <source>%1 chosen</source>
        <translation>已选 %1 部</translation>
    </message>
    <message>
        <source>Any tag</source>
        <translation>所有标签</translation>
    </message>
    <message>
        <source>Keep for offline</source>
        <translation>离线保存</translation>
    </message>
    <message>
        <source>Waits until the network is up</source>
        <translation>等待网络就绪</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::ListingPreview</name>
    <message>
        <source>What people will see</source>
        <translation>别人将看到的内容</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::LoanTerm</name>
    <message>
        <source>For how long</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>As now, until %1</source>
        <translation>保持现状，至 %1</translation>
    </message>
    <message>
        <source>One day</source>
        <translation>一天</translation>
    </message>
    <message>
        <source>One week</source>
        <translation>一周</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 天</translation>
    </message>
    <message>
        <source>Until you take it back</source>
        <translation>直到你收回</translation>
    </message>
    <message>
        <source>Another number of days</source>
        <translation>其他天数</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>天数</translation>
    </message>
    <message>
        <source>At most five years; take it back at any time.</source>
        <translation>最长五年；可随时收回。</translation>
    </message>
    <message>
        <source>Until %1. Take it back at any time.</source>
        <translation>至 %1。可随时收回。</translation>
    </message>
    <message>
        <source>1 to %1</source>
        <translation>1 至 %1</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::MainWindow</name>
    <message>
        <source>Let go to open this link</source>
        <translation>松开以打开此链接</translation>
    </message>
    <message>
        <source>Let go to start a new film</source>
        <translation>松开以开始制作新影片</translation>
    </message>
    <message>
        <source>Let go to start %1 films</source>
        <translation>松开以开始制作 %1 部影片</translation>
    </message>
    <message>
        <source>One draft each. Nothing is copied or uploaded yet.</source>
        <translation>每部一份草稿。尚未复制或上传任何内容。</translation>
    </message>
    <message>
        <source>This cannot become a film</source>
        <translation>这不能成为影片</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>通用</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>搜索全部</translation>
    </message>
    <message>
        <source>New film</source>
        <translation>新建影片</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>Open a film link</source>
        <translation>打开影片链接</translation>
    </message>
    <message>
        <source>Find here</source>
        <translation>在此页查找</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Next region</source>
        <translation>下一区域</translation>
    </message>
    <message>
        <source>Try again, refresh</source>
        <translation>重试、刷新</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>All shortcuts</source>
        <translation>所有快捷键</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Change shortcuts</source>
        <translation>更改快捷键</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::MiniPlayer</name>
    <message>
        <source>Keyreel, small window</source>
        <translation>Keyreel 小窗口</translation>
    </message>
    <message>
        <source>Back to the window (Esc)</source>
        <translation>返回窗口（Esc）</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>移回此处</translation>
    </message>
    <message>
        <source>The film plays in the small window.</source>
        <translation>影片正在小窗口中播放。</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::NavigationItem</name>
    <message>
        <source>, 1 job</source>
        <translation>，1 个任务</translation>
    </message>
    <message>
        <source>, %1 jobs</source>
        <translation>，%1 个任务</translation>
    </message>
    <message>
        <source>, 1 needs you</source>
        <translation>，1 个需要你处理</translation>
    </message>
    <message>
        <source>, %1 need you</source>
        <translation>，%1 个需要你处理</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::NavigationRail</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::NetworkChoice</name>
    <message>
        <source>Unlock your key first</source>
        <translation>请先解锁你的密钥</translation>
    </message>
    <message>
        <source>A film is being published; wait for it, or pause it</source>
        <translation>有影片正在发布；请等待或暂停它</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::NodeChooser</name>
    <message>
        <source>Another key node</source>
        <translation>另一个密钥节点</translation>
    </message>
    <message>
        <source>Ask it</source>
        <translation>询问</translation>
    </message>
    <message>
        <source>One node fewer opens the film</source>
        <translation>打开影片所需节点减少一个</translation>
    </message>
    <message>
        <source>One node more opens the film</source>
        <translation>打开影片所需节点增加一个</translation>
    </message>
    <message>
        <source>No key node answers there</source>
        <translation>那里没有密钥节点应答</translation>
    </message>
    <message>
        <source>Choose a key node first</source>
        <translation>请先选择一个密钥节点</translation>
    </message>
    <message>
        <source>Choose at most %1 key nodes</source>
        <translation>最多选择 %1 个密钥节点</translation>
    </message>
    <message>
        <source>key %1</source>
        <translation>密钥 %1</translation>
    </message>
    <message>
        <source>does not answer now</source>
        <translation>现在没有应答</translation>
    </message>
    <message>
        <source>Any %1 of %2 open the film</source>
        <translation>%2 个中的任意 %1 个打开影片</translation>
    </message>
    <message>
        <source>No key node is chosen</source>
        <translation>没有选择密钥节点</translation>
    </message>
    <message>
        <source>At least one has to open it</source>
        <translation>至少需要一个来打开</translation>
    </message>
    <message>
        <source>No more nodes are chosen</source>
        <translation>没有选择更多节点</translation>
    </message>
    <message>
        <source>This node is in the list already</source>
        <translation>这个节点已在列表中</translation>
    </message>
    <message>
        <source>%1 was added</source>
        <translation>已添加 %1</translation>
    </message>
    <message>
        <source>All of them run on this computer, to try things with: whoever has it has all the keys.</source>
        <translation>它们都在这台电脑上运行，仅供试用：谁拥有这台电脑，谁就拥有全部密钥。</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::OfflineCard</name>
    <message>
        <source>Watch offline</source>
        <translation>离线观看</translation>
    </message>
    <message>
        <source>Downloading the film</source>
        <translation>正在下载影片</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Keep for offline</source>
        <translation>离线保存</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>释放</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 天</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>Ended %1</source>
        <translation>结束于 %1</translation>
    </message>
    <message>
        <source>Kept until %1</source>
        <translation>保存至 %1</translation>
    </message>
    <message>
        <source>Its maker does not let it be kept: it opens while its key nodes answer.</source>
        <translation>作者不允许保存：密钥节点有应答时才能打开。</translation>
    </message>
    <message>
        <source>Its maker does not let it be kept any more: it cannot be renewed.</source>
        <translation>作者不再允许保存：无法续期。</translation>
    </message>
    <message>
        <source>It opens again as soon as it is renewed. Nothing is downloaded twice.</source>
        <translation>续期后即可再次打开，不会重复下载。</translation>
    </message>
    <message>
        <source>It opens on this computer without a network, encrypted on the disk until it plays.</source>
        <translation>无需网络即可在这台电脑上打开；播放之前，它在磁盘上一直是加密的。</translation>
    </message>
    <message>
        <source>Its maker lets you keep it here, encrypted, for %1 without a network.</source>
        <translation>作者允许你将它加密保存在这里，可离线观看 %1。</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Asking the key nodes</source>
        <translation>正在询问密钥节点</translation>
    </message>
    <message>
        <source>Keep for offline (%1)</source>
        <translation>离线保存（%1）</translation>
    </message>
    <message>
        <source>Renew for %1</source>
        <translation>续期 %1</translation>
    </message>
    <message>
        <source>Renew</source>
        <translation>续期</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::OpenLinkPage</name>
    <message>
        <source>Open a film link</source>
        <translation>打开影片链接</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Another link</source>
        <translation>另一个链接</translation>
    </message>
    <message>
        <source>Film link</source>
        <translation>影片链接</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>你的名字</translation>
    </message>
    <message>
        <source>Taken from your system. It stands on what you publish.</source>
        <translation>取自你的系统，会显示在你发布的内容上。</translation>
    </message>
    <message>
        <source>Your account</source>
        <translation>你的账号</translation>
    </message>
    <message>
        <source>Watch now</source>
        <translation>立即观看</translation>
    </message>
    <message>
        <source>A link says where a film is, and which. Whether it opens is for its maker, and the key nodes they chose, to say.</source>
        <translation>链接说明影片在哪里、是哪一部。能否打开，由作者及其选定的密钥节点决定。</translation>
    </message>
    <message>
        <source>Looking</source>
        <translation>正在查找</translation>
    </message>
    <message>
        <source>Paste a film link</source>
        <translation>粘贴影片链接</translation>
    </message>
    <message>
        <source>Asking the gateway what this link leads to.</source>
        <translation>正在询问网关这个链接指向哪里。</translation>
    </message>
    <message>
        <source>It begins with keyreel:// and comes from whoever made the film.</source>
        <translation>它以 keyreel:// 开头，由影片作者提供。</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>查看它</translation>
    </message>
    <message>
        <source>Makes your identity here, in this computer&apos;s keyring.
No e-mail, no password.</source>
        <translation>在这台电脑的密钥环中创建你的身份。
无需邮箱，无需密码。</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Best picture</source>
        <translation>最佳画质</translation>
    </message>
    <message>
        <source>Maker&apos;s key</source>
        <translation>作者密钥</translation>
    </message>
    <message>
        <source>Your film</source>
        <translation>你的影片</translation>
    </message>
    <message>
        <source>You are let in</source>
        <translation>你已获授权</translation>
    </message>
    <message>
        <source>Only for people let in</source>
        <translation>仅限获得授权的人</translation>
    </message>
    <message>
        <source>Free to watch</source>
        <translation>免费观看</translation>
    </message>
    <message>
        <source>It opens on this computer for %1.</source>
        <translation>它在这台电脑上为 %1 打开。</translation>
    </message>
    <message>
        <source>%1 decides who may watch. By the rights log you are not among them yet.</source>
        <translation>谁可以观看由 %1 决定。根据权利日志，你还不在其中。</translation>
    </message>
    <message>
        <source>Signed by %1</source>
        <translation>由 %1 签名</translation>
    </message>
    <message>
        <source>any %1 of %2 key nodes</source>
        <translation>%2 个密钥节点中任意 %1 个</translation>
    </message>
    <message>
        <source>You are not let in yet</source>
        <translation>你尚未获得授权</translation>
    </message>
    <message>
        <source>It did not open</source>
        <translation>未能打开</translation>
    </message>
    <message>
        <source>Copy your account above and send it to the maker.</source>
        <translation>复制上面你的账号发给作者。</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>再看一次</translation>
    </message>
    <message>
        <source>Sign an order for %1</source>
        <translation>签署 %1 的订单</translation>
    </message>
    <message>
        <source>For sale: %1</source>
        <translation>出售：%1</translation>
    </message>
    <message>
        <source>By the rights log %1 has not let you in yet.</source>
        <translation>根据权利日志，%1 还没有让你进入。</translation>
    </message>
    <message>
        <source>You sign an order of this price and send it to %1, who lets you in when you have paid. The order itself pays nothing.</source>
        <translation>你签署此价格的订单并发给 %1，付款后对方会让你进入。订单本身不付款。</translation>
    </message>
    <message>
        <source>Order signed</source>
        <translation>订单已签署</translation>
    </message>
    <message>
        <source>Send %1 to %2. When they have let you in, this link opens the film.</source>
        <translation>把 %1 发给 %2。对方让你进入后，此链接即可打开影片。</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::OpeningCard</name>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Gateway pass</source>
        <translation>网关通行证</translation>
    </message>
    <message>
        <source>Key nodes</source>
        <translation>密钥节点</translation>
    </message>
    <message>
        <source>First picture</source>
        <translation>首帧画面</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Renew it</source>
        <translation>续期</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>answered in %1</source>
        <translation>%1 后应答</translation>
    </message>
    <message>
        <source>Opening the film</source>
        <translation>正在打开影片</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>正在打开 %1</translation>
    </message>
    <message>
        <source>Looking up its record.</source>
        <translation>正在查找其记录。</translation>
    </message>
    <message>
        <source>Its record is checked. Asking the gateway for a pass.</source>
        <translation>记录已核验。正在向网关请求通行证。</translation>
    </message>
    <message>
        <source>The gateway gave a pass. Asking the key nodes.</source>
        <translation>网关已发放通行证。正在询问密钥节点。</translation>
    </message>
    <message>
        <source>The key nodes answered. Waiting for the first picture.</source>
        <translation>密钥节点已应答。正在等待首帧画面。</translation>
    </message>
    <message>
        <source>the head of it</source>
        <translation>其头部</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Signed digest</source>
        <translation>签名摘要</translation>
    </message>
    <message>
        <source>Received digest</source>
        <translation>收到的摘要</translation>
    </message>
    <message>
        <source>Came from</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>%1, tried twice</source>
        <translation>%1，已尝试两次</translation>
    </message>
    <message>
        <source>Nothing is wrong with your copy or your keys. The details hold no keys and help the gateway find the fault.</source>
        <translation>你的副本和密钥没有问题。详情中不含密钥，可帮助网关找到故障。</translation>
    </message>
    <message>
        <source>Next film</source>
        <translation>下一部影片</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::OpeningPanel</name>
    <message>
        <source>not needed</source>
        <translation>不需要</translation>
    </message>
    <message>
        <source>How this opened</source>
        <translation>打开过程</translation>
    </message>
    <message>
        <source>Export proof...</source>
        <translation>导出证明...</translation>
    </message>
    <message>
        <source>A file by which anyone can check how this opened</source>
        <translation>任何人都可用此文件核验打开过程</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::OpeningSteps</name>
    <message>
        <source>%1, step %2 of %3</source>
        <translation>%1，第 %2 步，共 %3 步</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::OpeningsCard</name>
    <message>
        <source>Openings</source>
        <translation>打开次数</translation>
    </message>
    <message>
        <source>How often it was opened is not known now: %1</source>
        <translation>目前不知道打开次数：%1</translation>
    </message>
    <message>
        <source>Asking its gateway</source>
        <translation>正在询问其网关</translation>
    </message>
    <message>
        <source>Nobody has opened it yet, as far as its gateway saw.</source>
        <translation>据其网关所见，还没有人打开过。</translation>
    </message>
    <message>
        <source>Nobody has opened it in the last %1 days.</source>
        <translation>最近 %1 天没有人打开过。</translation>
    </message>
    <message>
        <source>Opened once in the last %1 days, as its gateway saw it.</source>
        <translation>据其网关所见，最近 %1 天打开过 1 次。</translation>
    </message>
    <message>
        <source>Opened %1 times in the last %2 days, as its gateway saw it.</source>
        <translation>据其网关所见，最近 %2 天打开过 %1 次。</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::PageHeader</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::PageHost</name>
    <message>
        <source>Still reading</source>
        <translation>仍在读取</translation>
    </message>
    <message>
        <source>This could not be loaded.</source>
        <translation>无法加载。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Some of this is missing.</source>
        <translation>缺少一部分内容。</translation>
    </message>
    <message>
        <source>The gateway does not answer.</source>
        <translation>网关没有应答。</translation>
    </message>
    <message>
        <source>Work on this computer goes on.</source>
        <translation>这台电脑上的工作仍在继续。</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>Your keyring is locked.</source>
        <translation>你的密钥环已锁定。</translation>
    </message>
    <message>
        <source>Protected films open and publishing goes on when it is unlocked.</source>
        <translation>解锁后即可打开受保护的影片，发布也会继续。</translation>
    </message>
    <message>
        <source>Unlock keyring</source>
        <translation>解锁密钥环</translation>
    </message>
    <message>
        <source>No system keyring answers</source>
        <translation>没有系统密钥环应答</translation>
    </message>
    <message>
        <source>So there is nowhere safe for your key. Install or start a system keyring (KWallet or GNOME Keyring), then try again.</source>
        <translation>因此没有安全的地方存放你的密钥。请安装或启动系统密钥环（KWallet 或 GNOME 密钥环），然后再试。</translation>
    </message>
    <message>
        <source>This is not open to you</source>
        <translation>此内容未对你开放</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>这里还没有内容</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::PhraseView</name>
    <message>
        <source>Recovery words</source>
        <translation>恢复单词</translation>
    </message>
    <message>
        <source>Word %1: %2</source>
        <translation>单词 %1：%2</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::PicturePanel</name>
    <message>
        <source>As made</source>
        <translation>原始</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>画面</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Rotation</source>
        <translation>旋转</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>亮度</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>对比度</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>色彩</translation>
    </message>
    <message>
        <source>Own shape</source>
        <translation>原始</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Rotate left</source>
        <translation>向左旋转</translation>
    </message>
    <message>
        <source>Rotate right</source>
        <translation>向右旋转</translation>
    </message>
    <message>
        <source>Darker</source>
        <translation>更暗</translation>
    </message>
    <message>
        <source>Brighter</source>
        <translation>更亮</translation>
    </message>
    <message>
        <source>Less contrast</source>
        <translation>降低对比度</translation>
    </message>
    <message>
        <source>More contrast</source>
        <translation>增强对比度</translation>
    </message>
    <message>
        <source>Less colour</source>
        <translation>减淡色彩</translation>
    </message>
    <message>
        <source>More colour</source>
        <translation>加浓色彩</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>画面比例</translation>
    </message>
    <message>
        <source>The picture as it was made</source>
        <translation>恢复原始画面</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::PlayerChip</name>
    <message>
        <source>Back (Esc)</source>
        <translation>返回 (Esc)</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::PlayerControls</name>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>+%1 s</source>
        <translation>+%1 秒</translation>
    </message>
    <message>
        <source>−%1 s</source>
        <translation>−%1 秒</translation>
    </message>
    <message>
        <source>One frame on</source>
        <translation>前进一帧</translation>
    </message>
    <message>
        <source>One frame back</source>
        <translation>后退一帧</translation>
    </message>
    <message>
        <source>Chapter %1 %2</source>
        <translation>第 %1 章 %2</translation>
    </message>
    <message>
        <source>Volume %1 %</source>
        <translation>音量 %1%</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>静音</translation>
    </message>
    <message>
        <source>as made</source>
        <translation>原速</translation>
    </message>
    <message>
        <source>Plays on</source>
        <translation>继续播放</translation>
    </message>
    <message>
        <source>Repeat from %1</source>
        <translation>从 %1 开始循环</translation>
    </message>
    <message>
        <source>Repeats %1 to %2</source>
        <translation>循环 %1 至 %2</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::PlayerList</name>
    <message>
        <source>This is the last film of the list</source>
        <translation>这是列表中的最后一部影片</translation>
    </message>
    <message>
        <source>This is the first film of the list</source>
        <translation>这是列表中的第一部影片</translation>
    </message>
    <message>
        <source>%1 is off the list</source>
        <translation>%1 已移出列表</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::PlayerPage</name>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Player</source>
        <translation>播放器</translation>
    </message>
    <message>
        <source>A damaged part at %1 was left out</source>
        <translation>%1 处的损坏部分已跳过</translation>
    </message>
    <message>
        <source>Add subtitles</source>
        <translation>添加字幕</translation>
    </message>
    <message>
        <source>Goes on from %1</source>
        <translation>从 %1 继续</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>从头播放</translation>
    </message>
    <message>
        <source>Opened in %1 s</source>
        <translation>%1 秒内打开</translation>
    </message>
    <message>
        <source>Waiting for the gateway</source>
        <translation>正在等待网关</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>asking ...</source>
        <translation>正在询问...</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>影片</translation>
    </message>
    <message>
        <source>A file on this computer</source>
        <translation>这台电脑上的文件</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>画质</translation>
    </message>
    <message>
        <source>Picture saved: %1</source>
        <translation>画面已保存：%1</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>There is no film in it</source>
        <translation>其中没有影片</translation>
    </message>
    <message>
        <source>Only the first %1 films are in the list</source>
        <translation>列表中只有前 %1 部影片</translation>
    </message>
    <message>
        <source>This is the only film</source>
        <translation>只有这一部影片</translation>
    </message>
    <message>
        <source>Free preview</source>
        <translation>免费预览</translation>
    </message>
    <message>
        <source>You may watch all of it.</source>
        <translation>你可以观看全片。</translation>
    </message>
    <message>
        <source>Watch the film</source>
        <translation>观看影片</translation>
    </message>
    <message>
        <source>%1 sells the whole film, %2 long.</source>
        <translation>%1 出售全片，片长 %2。</translation>
    </message>
    <message>
        <source>Sign an order for %1</source>
        <translation>签署 %1 的订单</translation>
    </message>
    <message>
        <source>%1 decides who may watch the film.</source>
        <translation>由 %1 决定谁可以观看影片。</translation>
    </message>
    <message>
        <source>Back to the film</source>
        <translation>返回影片</translation>
    </message>
    <message>
        <source>Subtitles (*.srt *.vtt *.ass *.ssa *.ttml *.dfxp)</source>
        <translation>字幕 (*.srt *.vtt *.ass *.ssa *.ttml *.dfxp)</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::PlayerPicture</name>
    <message>
        <source>Shape as made</source>
        <translation>原始比例</translation>
    </message>
    <message>
        <source>Shape %1</source>
        <translation>比例 %1</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>%1°</source>
        <translation>%1°</translation>
    </message>
    <message>
        <source>Zoom %1 %</source>
        <translation>缩放 %1%</translation>
    </message>
    <message>
        <source>Rotated by %1°</source>
        <translation>旋转 %1°</translation>
    </message>
    <message>
        <source>Brightness %1</source>
        <translation>亮度 %1</translation>
    </message>
    <message>
        <source>Contrast %1</source>
        <translation>对比度 %1</translation>
    </message>
    <message>
        <source>Colour %1</source>
        <translation>色彩 %1</translation>
    </message>
    <message>
        <source>Picture as made</source>
        <translation>原始画面</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::PlayerQuality</name>
    <message>
        <source>Auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Auto · %1</source>
        <translation>自动 · %1</translation>
    </message>
    <message>
        <source>fits the connection</source>
        <translation>适应网速</translation>
    </message>
    <message>
        <source>the only one</source>
        <translation>仅此一种</translation>
    </message>
    <message>
        <source>Quality: %1</source>
        <translation>画质：%1</translation>
    </message>
    <message>
        <source>At %1, %2 could not be read; it plays in %3</source>
        <translation>%1 处的 %2 无法读取，改用 %3 播放</translation>
    </message>
    <message>
        <source>the best one</source>
        <translation>最佳画质</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::PlayerScreenshot</name>
    <message>
        <source>No picture was saved: only those of your own films and of clear files may be</source>
        <translation>未保存画面：只能保存你自己的影片和未受保护文件的画面</translation>
    </message>
    <message>
        <source>there is no room for its name</source>
        <translation>没有可用的文件名</translation>
    </message>
    <message>
        <source>No picture was saved in %1: %2</source>
        <translation>未能在 %1 中保存画面：%2</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::PlayerSound</name>
    <message>
        <source>not connected</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>System default</source>
        <translation>系统默认</translation>
    </message>
    <message>
        <source>Output: system default</source>
        <translation>输出：系统默认</translation>
    </message>
    <message>
        <source>Output: %1</source>
        <translation>输出：%1</translation>
    </message>
    <message>
        <source>Even loudness</source>
        <translation>均衡响度</translation>
    </message>
    <message>
        <source>Loudness as made</source>
        <translation>原始响度</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::PlayerStatisticsPanel</name>
    <message>
        <source>Statistics</source>
        <translation>统计信息</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>%1 fps</source>
        <translation>%1 fps</translation>
    </message>
    <message>
        <source>%1 kHz</source>
        <translation>%1 kHz</translation>
    </message>
    <message>
        <source>mono</source>
        <translation>单声道</translation>
    </message>
    <message>
        <source>stereo</source>
        <translation>立体声</translation>
    </message>
    <message>
        <source>%1 channels</source>
        <translation>%1 声道</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>画面</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Decoders</source>
        <translation>解码器</translation>
    </message>
    <message>
        <source>On screen</source>
        <translation>屏幕显示</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>帧</translation>
    </message>
    <message>
        <source>%1 shown, %2 late</source>
        <translation>已显示 %1，延迟 %2</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>损坏</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>%1 pictures, %2 ms sound</source>
        <translation>%1 帧，%2 毫秒声音</translation>
    </message>
    <message>
        <source>Undecoded</source>
        <translation>未解码</translation>
    </message>
    <message>
        <source>%1 ms, %2</source>
        <translation>%1 毫秒，%2</translation>
    </message>
    <message>
        <source>Sound and picture</source>
        <translation>音画</translation>
    </message>
    <message>
        <source>%1 ms apart</source>
        <translation>相差 %1 毫秒</translation>
    </message>
    <message>
        <source>First picture</source>
        <translation>首帧画面</translation>
    </message>
    <message>
        <source>Last seek</source>
        <translation>上次跳转</translation>
    </message>
    <message>
        <source>fixed</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>1 change</source>
        <translation>切换 1 次</translation>
    </message>
    <message>
        <source>%1 changes</source>
        <translation>切换 %1 次</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>画质</translation>
    </message>
    <message>
        <source>Arrives at</source>
        <translation>下载速度</translation>
    </message>
    <message>
        <source>Fetched ahead</source>
        <translation>已预取</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::PlayerTracks</name>
    <message>
        <source>Off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>Add a file …</source>
        <translation>添加文件…</translation>
    </message>
    <message>
        <source>Audio: %1</source>
        <translation>音频：%1</translation>
    </message>
    <message>
        <source>Subtitles: %1</source>
        <translation>字幕：%1</translation>
    </message>
    <message>
        <source>Subtitles off</source>
        <translation>字幕已关闭</translation>
    </message>
    <message>
        <source>No audio</source>
        <translation>没有音频</translation>
    </message>
    <message>
        <source>Audio: %1, the only one</source>
        <translation>音频：%1，唯一的音轨</translation>
    </message>
    <message>
        <source>No subtitles</source>
        <translation>没有字幕</translation>
    </message>
    <message>
        <source>Subtitles hidden</source>
        <translation>字幕已隐藏</translation>
    </message>
    <message>
        <source>Subtitle delay %1 s</source>
        <translation>字幕延迟 %1 秒</translation>
    </message>
    <message>
        <source>Subtitle size %1 %</source>
        <translation>字幕大小 %1%</translation>
    </message>
    <message>
        <source>Nothing at the top</source>
        <translation>顶部无字幕</translation>
    </message>
    <message>
        <source>At the top: %1</source>
        <translation>顶部：%1</translation>
    </message>
    <message>
        <source>Subtitle height %1 %</source>
        <translation>字幕高度 %1%</translation>
    </message>
    <message>
        <source>Subtitles on black</source>
        <translation>黑底字幕</translation>
    </message>
    <message>
        <source>Subtitles with an outline only</source>
        <translation>仅描边字幕</translation>
    </message>
    <message>
        <source>Subtitles on a veil</source>
        <translation>半透明底字幕</translation>
    </message>
    <message>
        <source>The subtitles take too long to draw in their own style: shown as plain text</source>
        <translation>按字幕自带样式绘制耗时过长：已改为纯文本显示</translation>
    </message>
    <message>
        <source>The style of the subtitles cannot be read: shown as plain text</source>
        <translation>无法读取字幕样式：已改为纯文本显示</translation>
    </message>
    <message>
        <source>Subtitles in their own style</source>
        <translation>字幕使用自带样式</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::PosterSheet</name>
    <message>
        <source>Choose the poster</source>
        <translation>选择海报</translation>
    </message>
    <message>
        <source>Use this picture</source>
        <translation>使用这张图片</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Reading the film&apos;s pictures ...</source>
        <translation>正在读取影片画面……</translation>
    </message>
    <message>
        <source>Sharpest pictures</source>
        <translation>最清晰的画面</translation>
    </message>
    <message>
        <source>Picture %1</source>
        <translation>画面 %1</translation>
    </message>
    <message>
        <source>An image of your own...</source>
        <translation>自己的图片...</translation>
    </message>
    <message>
        <source>Which part is kept</source>
        <translation>保留哪一部分</translation>
    </message>
    <message>
        <source>All of it</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Poster 2:3</source>
        <translation>海报 2:3</translation>
    </message>
    <message>
        <source>Wide 16:9</source>
        <translation>宽幅 16:9</translation>
    </message>
    <message>
        <source>Covers in the library are 2:3, cut from the middle. Drag the frame or its corners; keys: arrows, + and -.</source>
        <translation>媒体库封面为 2:3，从中间裁剪。可拖动边框或边角；按键：方向键、+ 和 -。</translation>
    </message>
    <message>
        <source>Picture at %1</source>
        <translation>%1 处的画面</translation>
    </message>
    <message>
        <source>Choose a poster</source>
        <translation>选择海报</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg)</source>
        <translation>图片 (*.png *.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>%1 of %2. Arrow keys go along the strip, with Shift from one picture of the film to the next.</source>
        <translation>%1 / %2。方向键沿胶片条移动，按住 Shift 则逐帧移动。</translation>
    </message>
    <message>
        <source>Waits for the picture</source>
        <translation>正在等待图片</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::PresetList</name>
    <message>
        <source>Name of a preset</source>
        <translation>预设名称</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Festival copies</source>
        <translation>电影节版本</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Name it first</source>
        <translation>请先命名</translation>
    </message>
    <message>
        <source>What this preset said is replaced by what this draft says.</source>
        <translation>此预设的内容将被此草稿的设置替换。</translation>
    </message>
    <message>
        <source>Terms, price, editions, royalties, pictures, key nodes of this draft</source>
        <translation>此草稿的条款、价格、版数、分成、画质和密钥节点</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
    <message>
        <source>No presets yet. Save what this draft says under a name, for the next films.</source>
        <translation>尚无预设。将此草稿的设置以名称保存，供以后的影片使用。</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>免费</translation>
    </message>
    <message>
        <source>Only people I grant</source>
        <translation>仅限我授权的人</translation>
    </message>
    <message>
        <source>key nodes of its own</source>
        <translation>自选密钥节点</translation>
    </message>
    <message>
        <source>for new drafts</source>
        <translation>用于新草稿</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Not for new drafts</source>
        <translation>不用于新草稿</translation>
    </message>
    <message>
        <source>For new drafts</source>
        <translation>用于新草稿</translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation>重命名“%1”</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>删除“%1”</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>新名称</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::PreviewEndCard</name>
    <message>
        <source>That was the free preview</source>
        <translation>免费预览已结束</translation>
    </message>
    <message>
        <source>Watch again</source>
        <translation>再看一遍</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::PreviewRow</name>
    <message>
        <source>Free preview</source>
        <translation>免费预览</translation>
    </message>
    <message>
        <source>Begin preview here</source>
        <translation>预览从这里开始</translation>
    </message>
    <message>
        <source>Length of the free preview</source>
        <translation>免费预览的长度</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>Let the free preview begin where the playhead is (P)</source>
        <translation>让免费预览从播放头处开始 (P)</translation>
    </message>
    <message>
        <source>%1 to %2: anyone can watch it, and it is not encrypted.</source>
        <translation>%1 至 %2：任何人都能观看，不加密。</translation>
    </message>
    <message>
        <source>Nobody sees any of it before buying. A preview helps to decide.</source>
        <translation>购买之前谁也看不到任何内容。预览有助于做出决定。</translation>
    </message>
    <message>
        <source>Nobody sees any of it before opening it.</source>
        <translation>打开之前谁也看不到任何内容。</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::PublishPage</name>
    <message>
        <source>Publish</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>Pause all</source>
        <translation>全部暂停</translation>
    </message>
    <message>
        <source>Resume all</source>
        <translation>全部继续</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>Nothing is being published</source>
        <translation>目前没有正在发布的影片</translation>
    </message>
    <message>
        <source>A film that you publish shows here how far it is, stage by stage.</source>
        <translation>你发布的影片会在这里逐阶段显示进度。</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>制作</translation>
    </message>
    <message>
        <source>%1, place %2 of %3 that wait</source>
        <translation>%1，等待中的第 %2 位，共 %3 个</translation>
    </message>
    <message>
        <source>What stopped %1</source>
        <translation>%1 停止的原因</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>代码：%1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Too late to cancel: the record of %1 is being written</source>
        <translation>来不及取消：正在写入 %1 的记录</translation>
    </message>
    <message>
        <source>Cancel %1</source>
        <translation>取消 %1</translation>
    </message>
    <message>
        <source>Its record may stand in the rights log already; it is unpublished then. What was encrypted here is removed, and the film is a draft again.</source>
        <translation>其记录可能已写入权利日志，这种情况下会取消发布。这里加密的内容会被移除，影片恢复为草稿。</translation>
    </message>
    <message>
        <source>What was encrypted so far is removed, nobody can open the film, and it is a draft again. The video file stays where it is.</source>
        <translation>目前已加密的内容会被移除，没有人能打开这部影片，它会恢复为草稿。视频文件保持原位。</translation>
    </message>
    <message>
        <source>Cancel publishing</source>
        <translation>取消发布</translation>
    </message>
    <message>
        <source>Go on publishing</source>
        <translation>继续发布</translation>
    </message>
    <message>
        <source>Link copied</source>
        <translation>链接已复制</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::PublishPanel</name>
    <message>
        <source>Ready to publish</source>
        <translation>可以发布</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Video checked, 1 track</source>
        <translation>视频已检查，1 条轨道</translation>
    </message>
    <message>
        <source>Video checked, %1 tracks</source>
        <translation>视频已检查，%1 条轨道</translation>
    </message>
    <message>
        <source>Find the video</source>
        <translation>查找视频</translation>
    </message>
    <message>
        <source>Title and poster</source>
        <translation>标题和海报</translation>
    </message>
    <message>
        <source>Give it a title</source>
        <translation>给它一个标题</translation>
    </message>
    <message>
        <source>Only people you grant</source>
        <translation>仅限你授权的人</translation>
    </message>
    <message>
        <source>Free to watch</source>
        <translation>免费观看</translation>
    </message>
    <message>
        <source>Your key is ready to sign</source>
        <translation>你的密钥可以签名</translation>
    </message>
    <message>
        <source>Unlock your key</source>
        <translation>解锁你的密钥</translation>
    </message>
    <message>
        <source>%1 of %2 key nodes answer</source>
        <translation>%2 个密钥节点中有 %1 个应答</translation>
    </message>
    <message>
        <source>Gateway answers</source>
        <translation>网关有应答</translation>
    </message>
    <message>
        <source>Start the gateway</source>
        <translation>启动网关</translation>
    </message>
    <message>
        <source>Untitled film</source>
        <translation>未命名影片</translation>
    </message>
    <message>
        <source>Watch now</source>
        <translation>立即观看</translation>
    </message>
    <message>
        <source>for people you grant · protected</source>
        <translation>仅限你授权的人 · 受保护</translation>
    </message>
    <message>
        <source>free · protected</source>
        <translation>免费 · 受保护</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Ready to publish, %1</source>
        <translation>可以发布，%1</translation>
    </message>
    <message>
        <source>It is converted and encrypted here, then about %1 are uploaded. You can go on working.</source>
        <translation>将在这里转换并加密，然后上传约 %1。你可以继续做别的事。</translation>
    </message>
    <message>
        <source>One thing is left. Your draft is saved.</source>
        <translation>还差一项。草稿已保存。</translation>
    </message>
    <message>
        <source>%1 things are left. Your draft is saved.</source>
        <translation>还差 %1 项。草稿已保存。</translation>
    </message>
    <message>
        <source>Finish what is open first</source>
        <translation>请先完成未办事项</translation>
    </message>
    <message>
        <source>Publish %1</source>
        <translation>发布 %1</translation>
    </message>
    <message>
        <source>Look at the chapters</source>
        <translation>检查章节</translation>
    </message>
    <message>
        <source>It is encrypted here, then about %1 are uploaded. You can go on working.</source>
        <translation>影片在这里加密，然后上传约 %1。你可以继续工作。</translation>
    </message>
    <message>
        <source>Sold for %1</source>
        <translation>售价 %1</translation>
    </message>
    <message>
        <source>Name price and copies</source>
        <translation>填写价格和份数</translation>
    </message>
    <message>
        <source>Royalties add up to 100 %</source>
        <translation>收入分成合计 100 %</translation>
    </message>
    <message>
        <source>Look at the royalties</source>
        <translation>检查收入分成</translation>
    </message>
    <message>
        <source>Buy</source>
        <translation>购买</translation>
    </message>
    <message>
        <source>Buy for %1</source>
        <translation>以 %1 购买</translation>
    </message>
    <message>
        <source>%1 · can be resold · protected</source>
        <translation>%1 · 可转售 · 受保护</translation>
    </message>
    <message>
        <source>%1 · protected</source>
        <translation>%1 · 受保护</translation>
    </message>
    <message>
        <source>Cut to %1 of %2</source>
        <translation>已剪为 %1，原长 %2</translation>
    </message>
    <message>
        <source>Free preview of %1</source>
        <translation>免费预览 %1</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::QualityCard</name>
    <message>
        <source>Quality</source>
        <translation>画质</translation>
    </message>
    <message>
        <source>Keep the source</source>
        <translation>保留原片</translation>
    </message>
    <message>
        <source>One picture, as it is</source>
        <translation>一种画质，保持原样</translation>
    </message>
    <message>
        <source>Adaptive streaming</source>
        <translation>自适应播放</translation>
    </message>
    <message>
        <source>Plays on slow networks, too</source>
        <translation>网络较慢时也能播放</translation>
    </message>
    <message>
        <source>This video is too small for it</source>
        <translation>这个视频太小，无法使用</translation>
    </message>
    <message>
        <source>The video is not read yet</source>
        <translation>视频还没有读取</translation>
    </message>
    <message>
        <source>%1 in all, with sound. Made while it is encrypted; the quality is kept, so the size follows the film.</source>
        <translation>总共%1，含声音。加密时生成；画质保持不变，因此大小取决于影片。</translation>
    </message>
    <message>
        <source>%1, the source as it is</source>
        <translation>%1，原样</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::QueueModel</name>
    <message>
        <source>Only people you grant</source>
        <translation>仅限你授权的人</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>免费</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>已发布</translation>
    </message>
    <message>
        <source>This stage: %1 left</source>
        <translation>此阶段还剩 %1</translation>
    </message>
    <message>
        <source>Waits for its turn</source>
        <translation>正在排队</translation>
    </message>
    <message>
        <source>Starts when Keyreel is ready</source>
        <translation>Keyreel 就绪后开始</translation>
    </message>
    <message>
        <source>Paused by you</source>
        <translation>由你暂停</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Waiting for the gateway</source>
        <translation>正在等待网关</translation>
    </message>
    <message>
        <source>Your film is safe here; Retry goes on from there.</source>
        <translation>你的影片在这里很安全；点“重试”从那里继续。</translation>
    </message>
    <message>
        <source>%1 running</source>
        <translation>%1 个进行中</translation>
    </message>
    <message>
        <source>1 needs you</source>
        <translation>1 个需要你处理</translation>
    </message>
    <message>
        <source>%1 need you</source>
        <translation>%1 个需要你处理</translation>
    </message>
    <message>
        <source>%1 paused</source>
        <translation>%1 个已暂停</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 个等待中</translation>
    </message>
    <message>
        <source>%1 published</source>
        <translation>%1 个已发布</translation>
    </message>
    <message>
        <source>Waiting for the gateway · tries again in %1</source>
        <translation>等待网关 · %1 后重试</translation>
    </message>
    <message>
        <source>Your film is safe here; Keyreel goes on by itself as soon as it is answered.</source>
        <translation>你的影片在此安全无虞；一有回应，Keyreel 会自动继续。</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::QuorumDiagram</name>
    <message>
        <source>%1 not needed</source>
        <translation>%1 不需要</translation>
    </message>
    <message>
        <source>%1 being asked</source>
        <translation>正在询问 %1</translation>
    </message>
    <message>
        <source>%1 of %2 key nodes answered</source>
        <translation>%2 个密钥节点中有 %1 个应答</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::ReadinessList</name>
    <message>
        <source>Ready to publish, %1 of %2</source>
        <translation>发布准备，%1 / %2</translation>
    </message>
    <message>
        <source>, done</source>
        <translation>，已完成</translation>
    </message>
    <message>
        <source>, open. Enter shows it</source>
        <translation>，未完成。按 Enter 查看</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::RecentDrafts</name>
    <message>
        <source>Recent drafts</source>
        <translation>最近的草稿</translation>
    </message>
    <message>
        <source>Publish all that are ready (%1)...</source>
        <translation>发布所有就绪的草稿（%1）...</translation>
    </message>
    <message>
        <source>Keyreel has to be unlocked and reach its gateway first</source>
        <translation>Keyreel 须先解锁并连上网关</translation>
    </message>
    <message>
        <source>See fewer</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>See all %1</source>
        <translation>显示全部 %1 份</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::Restoring</name>
    <message>
        <source>Restore from</source>
        <translation>恢复方式</translation>
    </message>
    <message>
        <source>24 words</source>
        <translation>24 个单词</translation>
    </message>
    <message>
        <source>Recovery kit</source>
        <translation>恢复包</translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation>选择...</translation>
    </message>
    <message>
        <source>Password of the kit</source>
        <translation>恢复包的密码</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>The file that you made under Keys &amp; devices or with keyreel-cli, and its password. It is only read.</source>
        <translation>你在“密钥与设备”中或用 keyreel-cli 制作的文件及其密码。只会读取该文件。</translation>
    </message>
    <message>
        <source>Type or paste the 24 words that you wrote down, with spaces between them.</source>
        <translation>输入或粘贴你抄下的 24 个单词，以空格分隔。</translation>
    </message>
    <message>
        <source>Choose a recovery kit</source>
        <translation>选择恢复包</translation>
    </message>
    <message>
        <source>No such file</source>
        <translation>没有这个文件</translation>
    </message>
    <message>
        <source>Needed</source>
        <translation>必填</translation>
    </message>
    <message>
        <source>Restore your identity</source>
        <translation>恢复你的身份</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::RevokedPage</name>
    <message>
        <source>This computer was revoked</source>
        <translation>这台电脑已被吊销</translation>
    </message>
    <message>
        <source>Still here</source>
        <translation>仍在这里</translation>
    </message>
    <message>
        <source>Your library, your drafts and your vault</source>
        <translation>你的片库、草稿和保险库</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Opening, publishing and letting people in</source>
        <translation>打开、发布和授权</translation>
    </message>
    <message>
        <source>If that was you, nothing is left to do here. To use this computer again, prove that the identity is yours: it then gets a new device key, and the old one stays refused.</source>
        <translation>如果是你本人操作的，这里就没有别的事要做了。要重新使用这台电脑，请证明这个身份属于你：它会得到新的设备密钥，旧的仍被拒绝。</translation>
    </message>
    <message>
        <source>Restore with words or a kit...</source>
        <translation>用单词或恢复包恢复...</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>再看一次</translation>
    </message>
    <message>
        <source>&apos;%1&apos; was taken off your account from another of your devices. Key nodes and gateways refuse it.</source>
        <translation>“%1”已被你的另一台设备从账号中移除。密钥节点和网关会拒绝它。</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::RoyaltiesCard</name>
    <message>
        <source>Add person</source>
        <translation>添加人员</translation>
    </message>
    <message>
        <source>Royalties</source>
        <translation>收入分成</translation>
    </message>
    <message>
        <source>who shares the income</source>
        <translation>谁分享收入</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Remove this person</source>
        <translation>移除此人</translation>
    </message>
    <message>
        <source>At most %1 people</source>
        <translation>最多 %1 人</translation>
    </message>
    <message>
        <source>You</source>
        <translation>你</translation>
    </message>
    <message>
        <source>the gateway</source>
        <translation>网关</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; (you) has the rest, %2. The gateway keeps %3.</source>
        <translation>&lt;b&gt;%1&lt;/b&gt;（你）得其余部分 %2。网关保留 %3。</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; (you) has the rest, %2.</source>
        <translation>&lt;b&gt;%1&lt;/b&gt;（你）得其余部分 %2。</translation>
    </message>
    <message>
        <source>%1 too much</source>
        <translation>超出 %1</translation>
    </message>
    <message>
        <source>The gateway has not said yet what it keeps.</source>
        <translation>网关尚未说明它保留多少。</translation>
    </message>
    <message>
        <source>Adds up to 100 %</source>
        <translation>合计 100 %</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::ScrubBar</name>
    <message>
        <source>1 hour</source>
        <translation>1 小时</translation>
    </message>
    <message>
        <source>%1 hours</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 分钟</translation>
    </message>
    <message>
        <source>%1 minutes</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>1 second</source>
        <translation>1 秒</translation>
    </message>
    <message>
        <source>%1 seconds</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>0 seconds</source>
        <translation>0 秒</translation>
    </message>
    <message>
        <source>Position %1</source>
        <translation>位置 %1</translation>
    </message>
    <message>
        <source>Position %1 of %2</source>
        <translation>位置 %1，共 %2</translation>
    </message>
    <message>
        <source>, chapter %1 %2</source>
        <translation>，第 %1 章 %2</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::SearchField</name>
    <message>
        <source>Clear search</source>
        <translation>清除搜索</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Every change applies at once, a language at the next start</source>
        <translation>更改立即生效，语言在下次启动时生效</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>查找设置</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>No setting has this in its name.</source>
        <translation>没有名称匹配的设置。</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Theme Like the system Dark Light</source>
        <translation>主题 跟随系统 深色 浅色</translation>
    </message>
    <message>
        <source>More contrast</source>
        <translation>增强对比度</translation>
    </message>
    <message>
        <source>Stronger lines around fields, buttons and cards</source>
        <translation>输入框、按钮和卡片的边线更明显</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>减少动画</translation>
    </message>
    <message>
        <source>Pages and panels change at once</source>
        <translation>页面和面板立即切换</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>From the next start of Keyreel on</source>
        <translation>下次启动 Keyreel 时生效</translation>
    </message>
    <message>
        <source>Playback</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Go on where I stopped</source>
        <translation>从上次停下的地方继续</translation>
    </message>
    <message>
        <source>Off: every film begins at its beginning</source>
        <translation>关闭：每部影片都从头开始</translation>
    </message>
    <message>
        <source>Publishing</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>Access for new films</source>
        <translation>新影片的访问权</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>免费</translation>
    </message>
    <message>
        <source>Only people I grant</source>
        <translation>仅限我授权的人</translation>
    </message>
    <message>
        <source>You choose again for every film</source>
        <translation>每部影片都可另行选择</translation>
    </message>
    <message>
        <source>Films at a time</source>
        <translation>同时处理的影片</translation>
    </message>
    <message>
        <source>The others wait in the order that you give them</source>
        <translation>其余的按你安排的顺序等待</translation>
    </message>
    <message>
        <source>Upload no faster than</source>
        <translation>上传速度上限</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>All uploads together; downloads are not slowed</source>
        <translation>所有上传合计；不影响下载</translation>
    </message>
    <message>
        <source>When all films are published</source>
        <translation>所有影片发布后</translation>
    </message>
    <message>
        <source>Do nothing</source>
        <translation>不做任何事</translation>
    </message>
    <message>
        <source>Notify me</source>
        <translation>通知我</translation>
    </message>
    <message>
        <source>Play a sound</source>
        <translation>播放声音</translation>
    </message>
    <message>
        <source>Quit Keyreel, once</source>
        <translation>退出 Keyreel（仅一次）</translation>
    </message>
    <message>
        <source>Also when the rest failed or is paused</source>
        <translation>其余的失败或暂停时也会执行</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Gateway Key nodes Network Server</source>
        <translation>网关 密钥节点 网络 服务器</translation>
    </message>
    <message>
        <source>Test now</source>
        <translation>立即测试</translation>
    </message>
    <message>
        <source>Ask them all</source>
        <translation>全部询问</translation>
    </message>
    <message>
        <source>Shows who answers at this moment</source>
        <translation>显示此刻谁有应答</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>Your profile</source>
        <translation>你的配置</translation>
    </message>
    <message>
        <source>Library, drafts, jobs, your sealed record and your locked keys</source>
        <translation>片库、草稿、任务、你的封印记录和加锁的密钥</translation>
    </message>
    <message>
        <source>This computer&apos;s network</source>
        <translation>这台电脑的网络</translation>
    </message>
    <message>
        <source>What its own gateway and key nodes keep</source>
        <translation>它自己的网关和密钥节点保存的内容</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>See all</source>
        <translation>查看全部</translation>
    </message>
    <message>
        <source>All shortcuts</source>
        <translation>所有快捷键</translation>
    </message>
    <message>
        <source>Every act works without a mouse</source>
        <translation>所有操作都无需鼠标</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Keyreel</source>
        <translation>Keyreel</translation>
    </message>
    <message>
        <source>Qt</source>
        <translation>Qt</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>网关</translation>
    </message>
    <message>
        <source>not reached yet</source>
        <translation>尚未连上</translation>
    </message>
    <message>
        <source>%1, no answer</source>
        <translation>%1，无应答</translation>
    </message>
    <message>
        <source>To open a film</source>
        <translation>打开影片所需</translation>
    </message>
    <message>
        <source>any %1 of %2 key nodes</source>
        <translation>%2 个密钥节点中任意 %1 个</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
    <message>
        <source>Change...</source>
        <translation>更改...</translation>
    </message>
    <message>
        <source>Where your films are published</source>
        <translation>你的影片发布在哪里</translation>
    </message>
    <message>
        <source>This computer, or a gateway and key nodes of others; films stay where they are</source>
        <translation>这台电脑，或他人的网关和密钥节点；影片留在原处</translation>
    </message>
    <message>
        <source>Save...</source>
        <translation>保存...</translation>
    </message>
    <message>
        <source>Network file</source>
        <translation>网络文件</translation>
    </message>
    <message>
        <source>With it another computer of yours meets the same network</source>
        <translation>你的另一台电脑可用它连到同一个网络</translation>
    </message>
    <message>
        <source>Waits until the network is up</source>
        <translation>等待网络就绪</translation>
    </message>
    <message>
        <source>Nobody else reaches the network of this computer</source>
        <translation>其他人无法访问这台电脑的网络</translation>
    </message>
    <message>
        <source>Save the network file</source>
        <translation>保存网络文件</translation>
    </message>
    <message>
        <source>Watched folder</source>
        <translation>监视的文件夹</translation>
    </message>
    <message>
        <source>New videos in it become drafts; nothing is published by itself</source>
        <translation>其中的新视频会成为草稿；不会自动发布任何内容</translation>
    </message>
    <message>
        <source>Run a command...</source>
        <translation>运行命令...</translation>
    </message>
    <message>
        <source>Change shortcuts</source>
        <translation>更改快捷键</translation>
    </message>
    <message>
        <source>Keys of your own for every command of window and player</source>
        <translation>为窗口和播放器的每个命令设置自己的按键</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>隐私</translation>
    </message>
    <message>
        <source>Remember what I watch</source>
        <translation>记住我的观看</translation>
    </message>
    <message>
        <source>Where you stopped, and the tracks and subtitles that you chose; only on this computer</source>
        <translation>你停下的位置，以及所选的音轨和字幕；仅保存在本机</translation>
    </message>
    <message>
        <source>Forget...</source>
        <translation>忘记...</translation>
    </message>
    <message>
        <source>Forget what I watched</source>
        <translation>忘记我看过的内容</translation>
    </message>
    <message>
        <source>Your films themselves stay</source>
        <translation>影片本身会保留</translation>
    </message>
    <message>
        <source>Key nodes learn</source>
        <translation>密钥节点得知</translation>
    </message>
    <message>
        <source>which of your devices opens which film, and when</source>
        <translation>你的哪台设备在何时打开哪部影片</translation>
    </message>
    <message>
        <source>A gateway learns</source>
        <translation>网关得知</translation>
    </message>
    <message>
        <source>Keyreel has forgotten what you watched</source>
        <translation>Keyreel 已忘记你看过的内容</translation>
    </message>
    <message>
        <source>Forget what you watched</source>
        <translation>忘记你看过的内容</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>忘记</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Version Qt Licence</source>
        <translation>版本 Qt 许可证</translation>
    </message>
    <message>
        <source>which films you fetch from it, and when</source>
        <translation>你在何时从它获取哪些影片</translation>
    </message>
    <message>
        <source>Everyone can read</source>
        <translation>所有人都能查阅</translation>
    </message>
    <message>
        <source>in the rights log, which account published, was let in or bought</source>
        <translation>权利日志中哪个账户发布、获准或购买了影片</translation>
    </message>
    <message>
        <source>Keyreel itself tells</source>
        <translation>Keyreel 自身透露</translation>
    </message>
    <message>
        <source>nothing: no tracking, no statistics, no update checks</source>
        <translation>没有任何信息：不跟踪、不统计、不检查更新</translation>
    </message>
    <message>
        <source>Key nodes Gateway rights log tracking</source>
        <translation>密钥节点 网关 权利日志 跟踪</translation>
    </message>
    <message>
        <source>When you opened films, where you stopped in them, and the tracks, subtitles and picture that you chose for them are gone for good then. Your films stay, and so does the sealed record under Activity: it proves what this computer did.</source>
        <translation>你何时打开影片、停在何处，以及为其选择的音轨、字幕和画面设置将被永久清除。你的影片会保留，“活动”中的封印记录也会保留：它证明本机做过什么。</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::ShortcutRow</name>
    <message>
        <source>Usual keys of: %1</source>
        <translation>恢复默认按键：%1</translation>
    </message>
    <message>
        <source>Take it over</source>
        <translation>改用于此</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>Esc changes nothing, Backspace takes the keys away.</source>
        <translation>Esc 不作更改，退格键清除按键。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 is taken by: %2</source>
        <translation>%1 已用于：%2</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::Shortcuts</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::StagePipeline</name>
    <message>
        <source>Analyze</source>
        <translation>分析</translation>
    </message>
    <message>
        <source>Encrypt</source>
        <translation>加密</translation>
    </message>
    <message>
        <source>Split keys</source>
        <translation>拆分密钥</translation>
    </message>
    <message>
        <source>Upload</source>
        <translation>上传</translation>
    </message>
    <message>
        <source>Mint</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>stage %1 of %2</source>
        <translation>第 %1 阶段，共 %2 个</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>未开始</translation>
    </message>
    <message>
        <source>%1 percent</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::TagRow</name>
    <message>
        <source>Tags: %1</source>
        <translation>标签：%1</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::TagsField</name>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Add a tag, then Enter</source>
        <translation>输入标签后按回车</translation>
    </message>
    <message>
        <source>The first one is the category.</source>
        <translation>第一个标签是类别。</translation>
    </message>
    <message>
        <source>Shorter, at most %1 bytes</source>
        <translation>请缩短，最多 %1 字节</translation>
    </message>
    <message>
        <source>At most %1 tags</source>
        <translation>最多 %1 个标签</translation>
    </message>
    <message>
        <source>Category %1, remove</source>
        <translation>类别 %1，移除</translation>
    </message>
    <message>
        <source>Tag %1, remove</source>
        <translation>标签 %1，移除</translation>
    </message>
    <message>
        <source>The category. Click removes it.</source>
        <translation>类别。点击即可移除。</translation>
    </message>
    <message>
        <source>Click removes it.</source>
        <translation>点击即可移除。</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::TermsCard</name>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>货币</translation>
    </message>
    <message>
        <source>Copies for sale</source>
        <translation>出售份数</translation>
    </message>
    <message>
        <source>From each resale, back to the split</source>
        <translation>每次转售返还分成</translation>
    </message>
    <message>
        <source>Access &amp; price</source>
        <translation>访问与价格</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>免费</translation>
    </message>
    <message>
        <source>Anyone with the link</source>
        <translation>任何有链接的人</translation>
    </message>
    <message>
        <source>Only people I grant</source>
        <translation>仅限我授权的人</translation>
    </message>
    <message>
        <source>You let each account in, and out</source>
        <translation>由你逐个授权或收回账号</translation>
    </message>
    <message>
        <source>Buy once</source>
        <translation>一次购买</translation>
    </message>
    <message>
        <source>Buyers keep it for good</source>
        <translation>买家永久拥有</translation>
    </message>
    <message>
        <source>Buy &amp; resell</source>
        <translation>购买并可转售</translation>
    </message>
    <message>
        <source>Buyers may pass it on</source>
        <translation>买家可以转让</translation>
    </message>
    <message>
        <source>Buyers sign an order of this price and send it to you. When they have paid, you let them in on this film&apos;s page.</source>
        <translation>买家签署此价格的订单并发给你。付款后，你在影片页面让对方进入。</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::TextAreaField</name>
    <message>
        <source>%1 of %2 characters</source>
        <translation>%1 / %2 个字符</translation>
    </message>
    <message>
        <source>%1 too many</source>
        <translation>超出 %1 个</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::TimelineCard</name>
    <message>
        <source>Add chapter here</source>
        <translation>在此添加章节</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Add a chapter where the playhead is (M)</source>
        <translation>在播放头处添加章节 (M)</translation>
    </message>
    <message>
        <source>Give this chapter a title (F2)</source>
        <translation>为此章节命名 (F2)</translation>
    </message>
    <message>
        <source>Remove this chapter (Del)</source>
        <translation>移除此章节 (Del)</translation>
    </message>
    <message>
        <source>Reading the video ...</source>
        <translation>正在读取视频 ...</translation>
    </message>
    <message>
        <source>No chapter yet</source>
        <translation>尚无章节</translation>
    </message>
    <message>
        <source>Chapter %1</source>
        <translation>第 %1 章</translation>
    </message>
    <message>
        <source>Chapter %1: %2</source>
        <translation>第 %1 章：%2</translation>
    </message>
    <message>
        <source>The video is not read yet</source>
        <translation>视频还没有读取</translation>
    </message>
    <message>
        <source>At most %1 chapters</source>
        <translation>最多 %1 个章节</translation>
    </message>
    <message>
        <source>A chapter begins here already</source>
        <translation>此处已有章节开始</translation>
    </message>
    <message>
        <source>No chapter begins here</source>
        <translation>此处没有章节开始</translation>
    </message>
    <message>
        <source>Begin here</source>
        <translation>从此处开始</translation>
    </message>
    <message>
        <source>End here</source>
        <translation>到此处结束</translation>
    </message>
    <message>
        <source>Take the whole film</source>
        <translation>使用整部影片</translation>
    </message>
    <message>
        <source>Arrow keys go by a second, with Shift by ten, comma and full stop by a picture. M adds a chapter; drag its tab, or move it with Ctrl and the arrows; F2 names it, Del removes it. [ and ] cut off what is in front and behind.</source>
        <translation>方向键移动一秒，按住 Shift 移动十秒，逗号和句号移动一帧。M 添加章节；拖动其标签，或用 Ctrl 加方向键移动它；F2 命名，Del 移除。[ 和 ] 剪掉前面和后面的部分。</translation>
    </message>
    <message>
        <source>Cut off what is in front of the playhead ([)</source>
        <translation>剪掉播放头之前的部分 ([)</translation>
    </message>
    <message>
        <source>Cut off what is behind the playhead (])</source>
        <translation>剪掉播放头之后的部分 (])</translation>
    </message>
    <message>
        <source>The whole film is published.</source>
        <translation>将发布整部影片。</translation>
    </message>
    <message>
        <source>%1 to %2 is published, %3 in all.</source>
        <translation>将发布 %1 至 %2，共 %3。</translation>
    </message>
    <message>
        <source>It begins at the key frame before %1, because its pictures stay as they are.</source>
        <translation>影片从 %1 之前的关键帧开始，因为画面保持原样。</translation>
    </message>
    <message>
        <source>The film is shorter than a preview</source>
        <translation>影片比预览还短</translation>
    </message>
    <message>
        <source>P begins the free preview at the playhead.</source>
        <translation>P 让免费预览从播放头处开始。</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::TimelineList</name>
    <message>
        <source>Records</source>
        <translation>记录</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::TracksPanel</name>
    <message>
        <source>Subtitles and sound</source>
        <translation>字幕和音频</translation>
    </message>
    <message>
        <source>Subtitles</source>
        <translation>字幕</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>音频</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>S</source>
        <translation>小</translation>
    </message>
    <message>
        <source>M</source>
        <translation>中</translation>
    </message>
    <message>
        <source>L</source>
        <translation>大</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>背景</translation>
    </message>
    <message>
        <source>Veil</source>
        <translation>半透明</translation>
    </message>
    <message>
        <source>Solid</source>
        <translation>纯黑</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>文字稿</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>At the top: %1</source>
        <translation>顶部：%1</translation>
    </message>
    <message>
        <source>Subtitles earlier</source>
        <translation>字幕提前</translation>
    </message>
    <message>
        <source>Subtitles later</source>
        <translation>字幕推后</translation>
    </message>
    <message>
        <source>Behind the letters</source>
        <translation>文字背景</translation>
    </message>
    <message>
        <source>Subtitles lower</source>
        <translation>字幕下移</translation>
    </message>
    <message>
        <source>Subtitles higher</source>
        <translation>字幕上移</translation>
    </message>
    <message>
        <source>The next text at the top of the picture</source>
        <translation>画面顶部的下一个字幕</translation>
    </message>
    <message>
        <source>All that is said, to search in</source>
        <translation>全部台词，可搜索</translation>
    </message>
    <message>
        <source>Even loudness</source>
        <translation>均衡响度</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Quiet parts about as loud as loud ones</source>
        <translation>让轻声部分与大声部分响度相近</translation>
    </message>
    <message>
        <source>Subtitles in their own style</source>
        <translation>字幕使用自带样式</translation>
    </message>
    <message>
        <source>As who made them wants them drawn</source>
        <translation>按字幕制作者的设计显示</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::TradeCard</name>
    <message>
        <source>Yours to hand on</source>
        <translation>你可以转让的</translation>
    </message>
    <message>
        <source>Written into the rights log</source>
        <translation>已写入权利日志</translation>
    </message>
    <message>
        <source>Your copy</source>
        <translation>你的副本</translation>
    </message>
    <message>
        <source>Since %1. Its maker lets you pass it on; then it is no longer yours.</source>
        <translation>自 %1。制作者允许你转让；转让后便不再属于你。</translation>
    </message>
    <message>
        <source>Give it away...</source>
        <translation>转让...</translation>
    </message>
    <message>
        <source>Your royalties</source>
        <translation>你的分成</translation>
    </message>
    <message>
        <source>%1 of the income of this film.</source>
        <translation>此影片收入的 %1。</translation>
    </message>
    <message>
        <source>Give some away...</source>
        <translation>转让一部分...</translation>
    </message>
    <message>
        <source>%1 of %2 copies sold, until %3</source>
        <translation>已售 %1 / %2 份，至 %3</translation>
    </message>
    <message>
        <source>%1 sells for you</source>
        <translation>%1 为你销售</translation>
    </message>
    <message>
        <source>End it</source>
        <translation>终止</translation>
    </message>
    <message>
        <source>You may sell this film</source>
        <translation>你可以销售此影片</translation>
    </message>
    <message>
        <source>Answer an order...</source>
        <translation>答复订单...</translation>
    </message>
    <message>
        <source>Sellers</source>
        <translation>销售者</translation>
    </message>
    <message>
        <source>Somebody whom you trust can answer orders in your place.</source>
        <translation>你信任的人可以代你处理订单。</translation>
    </message>
    <message>
        <source>Let somebody sell...</source>
        <translation>请人代售...</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::TranscriptPanel</name>
    <message>
        <source>Search what is said</source>
        <translation>搜索台词</translation>
    </message>
    <message>
        <source>Back to what is said now</source>
        <translation>回到当前台词</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>文字稿</translation>
    </message>
    <message>
        <source>What is said</source>
        <translation>台词</translation>
    </message>
    <message>
        <source>Choose subtitles, and what is said stands here.</source>
        <translation>选择字幕后，这里会显示台词。</translation>
    </message>
    <message>
        <source>Nobody says “%1”.</source>
        <translation>没有人说过“%1”。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::TransportBar</name>
    <message>
        <source>Auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Playback</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>live</source>
        <translation>直播</translation>
    </message>
    <message>
        <source>Chapter %1</source>
        <translation>第 %1 章</translation>
    </message>
    <message>
        <source>There is no sound here</source>
        <translation>这里没有声音</translation>
    </message>
    <message>
        <source>Back 10 seconds</source>
        <translation>后退 10 秒</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Forward 10 seconds</source>
        <translation>前进 10 秒</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>静音</translation>
    </message>
    <message>
        <source>Subtitles and sound</source>
        <translation>字幕和音频</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>画面</translation>
    </message>
    <message>
        <source>Picture in picture</source>
        <translation>画中画</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>画质</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Sound on</source>
        <translation>打开声音</translation>
    </message>
    <message>
        <source>Leave full screen</source>
        <translation>退出全屏</translation>
    </message>
    <message>
        <source>Previous film</source>
        <translation>上一部影片</translation>
    </message>
    <message>
        <source>Next film</source>
        <translation>下一部影片</translation>
    </message>
    <message>
        <source>Up next</source>
        <translation>接下来</translation>
    </message>
    <message>
        <source>This is the first film of the list</source>
        <translation>这是列表中的第一部影片</translation>
    </message>
    <message>
        <source>This is the last film of the list</source>
        <translation>这是列表中的最后一部影片</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::Trash</name>
    <message>
        <source>Untitled film</source>
        <translation>未命名影片</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::UpNextCard</name>
    <message>
        <source>Play now</source>
        <translation>立即播放</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Up next: %1</source>
        <translation>接下来：%1</translation>
    </message>
    <message>
        <source>Up next, in %1 s</source>
        <translation>接下来，%1 秒后</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::VolumeSlider</name>
    <message>
        <source>Volume %1 %</source>
        <translation>音量 %1%</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::WatchFolderControl</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Watch no folder</source>
        <translation>不监视任何文件夹</translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation>选择...</translation>
    </message>
    <message>
        <source>Choose the watched folder...</source>
        <translation>选择监视的文件夹...</translation>
    </message>
    <message>
        <source>Choose a folder to watch</source>
        <translation>选择要监视的文件夹</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1 is not there now</source>
        <translation>%1 现在不可用</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::format</name>
    <message>
        <source>Arabic</source>
        <translation>阿拉伯语</translation>
    </message>
    <message>
        <source>Bulgarian</source>
        <translation>保加利亚语</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>Croatian</source>
        <translation>克罗地亚语</translation>
    </message>
    <message>
        <source>Czech</source>
        <translation>捷克语</translation>
    </message>
    <message>
        <source>Danish</source>
        <translation>丹麦语</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>荷兰语</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英语</translation>
    </message>
    <message>
        <source>Finnish</source>
        <translation>芬兰语</translation>
    </message>
    <message>
        <source>French</source>
        <translation>法语</translation>
    </message>
    <message>
        <source>German</source>
        <translation>德语</translation>
    </message>
    <message>
        <source>Greek</source>
        <translation>希腊语</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation>希伯来语</translation>
    </message>
    <message>
        <source>Hindi</source>
        <translation>印地语</translation>
    </message>
    <message>
        <source>Hungarian</source>
        <translation>匈牙利语</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>意大利语</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>日语</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>韩语</translation>
    </message>
    <message>
        <source>Persian</source>
        <translation>波斯语</translation>
    </message>
    <message>
        <source>Polish</source>
        <translation>波兰语</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>葡萄牙语</translation>
    </message>
    <message>
        <source>Romanian</source>
        <translation>罗马尼亚语</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>俄语</translation>
    </message>
    <message>
        <source>Serbian</source>
        <translation>塞尔维亚语</translation>
    </message>
    <message>
        <source>Slovak</source>
        <translation>斯洛伐克语</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>西班牙语</translation>
    </message>
    <message>
        <source>Swedish</source>
        <translation>瑞典语</translation>
    </message>
    <message>
        <source>Thai</source>
        <translation>泰语</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>土耳其语</translation>
    </message>
    <message>
        <source>Ukrainian</source>
        <translation>乌克兰语</translation>
    </message>
    <message>
        <source>Vietnamese</source>
        <translation>越南语</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>kB</source>
        <translation>kB</translation>
    </message>
    <message>
        <source>MB</source>
        <translation>MB</translation>
    </message>
    <message>
        <source>GB</source>
        <translation>GB</translation>
    </message>
    <message>
        <source>B/s</source>
        <translation>B/s</translation>
    </message>
    <message>
        <source>kB/s</source>
        <translation>kB/s</translation>
    </message>
    <message>
        <source>MB/s</source>
        <translation>MB/s</translation>
    </message>
    <message>
        <source>GB/s</source>
        <translation>GB/s</translation>
    </message>
    <message>
        <source>b/s</source>
        <translation>b/s</translation>
    </message>
    <message>
        <source>kb/s</source>
        <translation>kb/s</translation>
    </message>
    <message>
        <source>Mb/s</source>
        <translation>Mb/s</translation>
    </message>
    <message>
        <source>Gb/s</source>
        <translation>Gb/s</translation>
    </message>
    <message>
        <source>1 second</source>
        <translation>1 秒</translation>
    </message>
    <message>
        <source>%1 seconds</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 分钟</translation>
    </message>
    <message>
        <source>%1 minutes</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 小时</translation>
    </message>
    <message>
        <source>%1 hours</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>还剩 %1</translation>
    </message>
    <message>
        <source>%1 %2 left</source>
        <translation>还剩 %1 %2</translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation>还剩 %1 秒</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>还剩 %1 分钟</translation>
    </message>
    <message>
        <source>%1 h %2 min left</source>
        <translation>还剩 %1 小时 %2 分钟</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>a format of QDate</comment>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <comment>a format of QDate</comment>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>Today, %1</source>
        <translation>今天，%1</translation>
    </message>
    <message>
        <source>Yesterday, %1</source>
        <translation>昨天，%1</translation>
    </message>
    <message>
        <source>dddd, d MMMM yyyy</source>
        <comment>a format of QDate</comment>
        <translation>yyyy年M月d日 dddd</translation>
    </message>
    <message>
        <source>today, %1</source>
        <translation>今天 %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>&lt; 1 ms</source>
        <translation>&lt; 1 毫秒</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
</context>
</TS>
