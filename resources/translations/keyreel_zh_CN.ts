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
        <source>Choose a poster</source>
        <translation>选择海报</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg)</source>
        <translation>图片 (*.png *.jpg *.jpeg)</translation>
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
        <source>Kept for watching offline</source>
        <translation>已保存为离线观看</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
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
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
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
        <source>Play, pause</source>
        <translation>播放、暂停</translation>
    </message>
    <message>
        <source>5 s back, forward</source>
        <translation>后退、前进 5 秒</translation>
    </message>
    <message>
        <source>10 s back, forward</source>
        <translation>后退、前进 10 秒</translation>
    </message>
    <message>
        <source>1 s back, forward</source>
        <translation>后退、前进 1 秒</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>60 s back, forward</source>
        <translation>后退、前进 60 秒</translation>
    </message>
    <message>
        <source>One frame back, forward</source>
        <translation>后退、前进一帧</translation>
    </message>
    <message>
        <source>Jump to 0 … 90 %</source>
        <translation>跳到 0 … 90%</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>音量</translation>
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
        <source>Start, end</source>
        <translation>开头、结尾</translation>
    </message>
    <message>
        <source>Next, previous chapter</source>
        <translation>下一章、上一章</translation>
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
        <source>Slower, faster, as made</source>
        <translation>减速、加速、原速</translation>
    </message>
    <message>
        <source>Slower, faster by a quarter</source>
        <translation>减速、加速四分之一</translation>
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
        <source>Next, previous subtitles</source>
        <translation>下一条、上一条字幕</translation>
    </message>
    <message>
        <source>Subtitles earlier, later</source>
        <translation>字幕提前、推后</translation>
    </message>
    <message>
        <source>Subtitles larger, smaller</source>
        <translation>字幕放大、缩小</translation>
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
        <source>Undo, redo</source>
        <translation>撤销，重做</translation>
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
        <source>Paste their account, did:key:z6Mk...</source>
        <translation>粘贴对方的账号，did:key:z6Mk...</translation>
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
        <source>%1 is a draft again, without its offer: drafts keep no price, editions or shares</source>
        <translation>%1 已恢复为草稿，但不含销售条件：草稿不保留价格、版数和分成</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
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
        <source>Access</source>
        <translation>访问权</translation>
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
        <source>%1 is not a picture that Keyreel can read.</source>
        <translation>%1 不是 Keyreel 能读取的图片。</translation>
    </message>
    <message>
        <source>Choose a PNG or a JPEG.</source>
        <translation>请选择 PNG 或 JPEG。</translation>
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
        <source>Search titles, people</source>
        <translation>搜索影片、人物</translation>
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
        <source>Ctrl</source>
        <translation>Ctrl</translation>
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
        <source>Library, Create, Publish, Activity, Keys</source>
        <translation>片库、制作、发布、活动、密钥</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
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
        <source>Close (I)</source>
        <translation>关闭 (I)</translation>
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
</context>
<context>
    <name>keyreel::ui::OpeningSteps</name>
    <message>
        <source>%1, step %2 of %3</source>
        <translation>%1，第 %2 步，共 %3 步</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::PageHeader</name>
    <message>
        <source>Back (Alt+Left)</source>
        <translation>返回 (Alt+←)</translation>
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
        <source>Subtitles (*.srt *.vtt *.ttml *.dfxp)</source>
        <translation>字幕 (*.srt *.vtt *.ttml *.dfxp)</translation>
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
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>搜索全部</translation>
    </message>
    <message>
        <source>Open a film link</source>
        <translation>打开影片链接</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>播放或暂停</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Back, forward 5 s</source>
        <translation>后退、前进 5 秒</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
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
        <source>What it tells others</source>
        <translation>它向外透露什么</translation>
    </message>
    <message>
        <source>nothing: no account, no tracking</source>
        <translation>什么都没有：没有账号，没有跟踪</translation>
    </message>
    <message>
        <source>Version Qt Licence tracking privacy</source>
        <translation>版本 Qt 许可证 跟踪 隐私</translation>
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
        <source>Subtitles earlier (Z)</source>
        <translation>字幕提前 (Z)</translation>
    </message>
    <message>
        <source>Subtitles later (X)</source>
        <translation>字幕推后 (X)</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::TransportBar</name>
    <message>
        <source>Back 10 seconds (J)</source>
        <translation>后退 10 秒 (J)</translation>
    </message>
    <message>
        <source>Play (Space)</source>
        <translation>播放 (空格)</translation>
    </message>
    <message>
        <source>Forward 10 seconds (L)</source>
        <translation>前进 10 秒 (L)</translation>
    </message>
    <message>
        <source>Mute (M)</source>
        <translation>静音 (M)</translation>
    </message>
    <message>
        <source>Subtitles and sound (V)</source>
        <translation>字幕和音频 (V)</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Picture in picture (P)</source>
        <translation>画中画 (P)</translation>
    </message>
    <message>
        <source>Full screen (F)</source>
        <translation>全屏 (F)</translation>
    </message>
    <message>
        <source>Playback</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Quality (G)</source>
        <translation>画质 (G)</translation>
    </message>
    <message>
        <source>Speed ([ and ])</source>
        <translation>速度 ([ 和 ])</translation>
    </message>
    <message>
        <source>Chapters (PgUp, PgDn)</source>
        <translation>章节 (PgUp, PgDn)</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>Pause (Space)</source>
        <translation>暂停 (空格)</translation>
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
        <source>Sound on (M)</source>
        <translation>打开声音 (M)</translation>
    </message>
    <message>
        <source>Leave full screen (Esc)</source>
        <translation>退出全屏 (Esc)</translation>
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
    <name>keyreel::ui::VolumeSlider</name>
    <message>
        <source>Volume %1 %</source>
        <translation>音量 %1%</translation>
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
