<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>keyreel::player::VideoSurface</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
</context>
<context>
    <name>keyreel::ui</name>
    <message>
        <source>Every film needs a title</source>
        <translation>Jeder Film braucht einen Titel</translation>
    </message>
    <message>
        <source>At most %1 bytes</source>
        <translation>Höchstens %1 Bytes</translation>
    </message>
    <message>
        <source>Too long</source>
        <translation>Zu lang</translation>
    </message>
    <message>
        <source>%1 is not where it was</source>
        <translation>%1 ist nicht mehr an seinem Ort</translation>
    </message>
    <message>
        <source>Needs a title</source>
        <translation>Braucht einen Titel</translation>
    </message>
    <message>
        <source>Title too long</source>
        <translation>Titel zu lang</translation>
    </message>
    <message>
        <source>Description too long</source>
        <translation>Beschreibung zu lang</translation>
    </message>
    <message>
        <source>its maker</source>
        <translation>der Urheber</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>This film</source>
        <translation>Dieser Film</translation>
    </message>
    <message>
        <source>%1 is only for people %2 has let in, and you are not among them yet.</source>
        <translation>%1 ist nur für Leute, die %2 zugelassen hat, und du gehörst noch nicht dazu.</translation>
    </message>
    <message>
        <source>%1 is only for people %2 has let in. %3 looked, and you are not among them yet.</source>
        <translation>%1 ist nur für Leute, die %2 zugelassen hat. %3 hat nachgesehen, und du gehörst noch nicht dazu.</translation>
    </message>
    <message>
        <source>Copy your account and send it to %1. After being let in, try again.</source>
        <translation>Kopiere dein Konto und schicke es an: %1. Versuche es nach der Zulassung erneut.</translation>
    </message>
    <message>
        <source>%1 needs any %2.</source>
        <translation>%1 braucht %2 beliebige.</translation>
    </message>
    <message>
        <source>Your access and your computer are fine; the film opens as soon as one more node is back.</source>
        <translation>Dein Zugriff und dein Computer sind in Ordnung; der Film öffnet sich, sobald ein weiterer Knoten zurück ist.</translation>
    </message>
    <message>
        <source>Your access and your computer are fine; the film opens as soon as %1 more nodes are back.</source>
        <translation>Dein Zugriff und dein Computer sind in Ordnung; der Film öffnet sich, sobald %1 weitere Knoten zurück sind.</translation>
    </message>
    <message>
        <source>Only %1 of %2 key nodes answered</source>
        <translation>Nur %1 von %2 Schlüsselknoten haben geantwortet</translation>
    </message>
    <message>
        <source>Playback stopped: this part was changed.</source>
        <translation>Wiedergabe angehalten: Dieser Teil wurde verändert.</translation>
    </message>
    <message>
        <source>Keyreel asked for it again, got the same wrong bytes, and did not decrypt them.</source>
        <translation>Keyreel hat ihn noch einmal angefordert, dieselben falschen Bytes bekommen und sie nicht entschlüsselt.</translation>
    </message>
    <message>
        <source>It does not match what %1 signed.</source>
        <translation>Er stimmt nicht mit der Signatur überein (%1).</translation>
    </message>
    <message>
        <source>The %1 seconds from %2 do not match what %3 signed.</source>
        <translation>Die %1 Sekunden ab %2 stimmen nicht mit der Signatur überein (%3).</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>hat geantwortet</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>nicht gebraucht</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>refused: you are not let in yet</source>
        <translation>abgelehnt: Du bist noch nicht zugelassen</translation>
    </message>
    <message>
        <source>refused: its copy of the rights log is old</source>
        <translation>abgelehnt: Seine Kopie des Rechteprotokolls ist veraltet</translation>
    </message>
    <message>
        <source>refused: this computer was revoked</source>
        <translation>abgelehnt: Dieser Computer wurde ausgeschlossen</translation>
    </message>
    <message>
        <source>does not know this computer yet</source>
        <translation>kennt diesen Computer noch nicht</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>ausgelastet</translation>
    </message>
    <message>
        <source>asked too often</source>
        <translation>zu oft gefragt</translation>
    </message>
    <message>
        <source>sent a share that is not the maker&apos;s</source>
        <translation>hat einen Teilschlüssel geschickt, der nicht der ursprüngliche ist</translation>
    </message>
    <message>
        <source>refused (%1)</source>
        <translation>abgelehnt (%1)</translation>
    </message>
    <message>
        <source>This computer was revoked.</source>
        <translation>Dieser Computer wurde ausgeschlossen.</translation>
    </message>
    <message>
        <source>To use it again, restore your identity from the 24 words or a recovery kit.</source>
        <translation>Um ihn wieder zu benutzen, stelle deine Identität aus den 24 Wörtern oder einem Wiederherstellungskit wieder her.</translation>
    </message>
    <message>
        <source>This is not a code</source>
        <translation>Das ist kein Code</translation>
    </message>
    <message>
        <source>It is 16 letters and digits, as the other computer shows them.</source>
        <translation>Er besteht aus 16 Buchstaben und Ziffern, so wie der andere Computer sie zeigt.</translation>
    </message>
    <message>
        <source>No computer shows this code now</source>
        <translation>Kein Computer zeigt jetzt diesen Code</translation>
    </message>
    <message>
        <source>A code is good for ten minutes, and both computers have to use the same gateway. Let it show a new one.</source>
        <translation>Ein Code gilt zehn Minuten, und beide Computer müssen dasselbe Gateway benutzen. Lass einen neuen anzeigen.</translation>
    </message>
    <message>
        <source>That computer is yours already</source>
        <translation>Dieser Computer gehört dir schon</translation>
    </message>
    <message>
        <source>These words are somebody else&apos;s</source>
        <translation>Diese Wörter gehören jemand anderem</translation>
    </message>
    <message>
        <source>The days for watching %1 offline are over.</source>
        <translation>Die Tage, an denen %1 offline läuft, sind vorbei.</translation>
    </message>
    <message>
        <source>this film</source>
        <translation>dieser Film</translation>
    </message>
    <message>
        <source>Connect to the network and renew it. The film itself is still here; nothing is downloaded twice.</source>
        <translation>Verbinde dich mit dem Netz und verlängere. Der Film selbst ist noch hier; nichts wird zweimal geladen.</translation>
    </message>
    <message>
        <source>This film is not kept for watching offline.</source>
        <translation>Dieser Film ist nicht zum Offline-Ansehen aufbewahrt.</translation>
    </message>
    <message>
        <source>Open its page while you are connected.</source>
        <translation>Öffne seine Seite, solange du verbunden bist.</translation>
    </message>
    <message>
        <source>What was kept of this film for watching offline is damaged.</source>
        <translation>Was von diesem Film zum Offline-Ansehen aufbewahrt war, ist beschädigt.</translation>
    </message>
    <message>
        <source>Connect to the network and keep it anew.</source>
        <translation>Verbinde dich mit dem Netz und bewahre ihn neu auf.</translation>
    </message>
    <message>
        <source>Its maker does not let it be kept for watching offline.</source>
        <translation>Er darf nicht zum Offline-Ansehen aufbewahrt werden; so wurde es für ihn festgelegt.</translation>
    </message>
    <message>
        <source>A key node does not know this computer yet.</source>
        <translation>Ein Schlüsselknoten kennt diesen Computer noch nicht.</translation>
    </message>
    <message>
        <source>New devices take up to a minute. Try again.</source>
        <translation>Bei neuen Geräten dauert es bis zu einer Minute. Versuche es erneut.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock and the network&apos;s do not agree.</source>
        <translation>Die Uhr dieses Computers und die des Netzes stimmen nicht überein.</translation>
    </message>
    <message>
        <source>Set the clock of this computer, then try again.</source>
        <translation>Stelle die Uhr dieses Computers und versuche es dann erneut.</translation>
    </message>
    <message>
        <source>A key node did not accept this computer&apos;s proof. Nothing was opened.</source>
        <translation>Ein Schlüsselknoten hat den Nachweis dieses Computers nicht angenommen. Nichts wurde geöffnet.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Versuche es erneut.</translation>
    </message>
    <message>
        <source>A key node sent a share that is not the maker&apos;s. It was not used.</source>
        <translation>Ein Schlüsselknoten hat einen Teilschlüssel geschickt, der nicht der ursprüngliche ist. Er wurde nicht benutzt.</translation>
    </message>
    <message>
        <source>The film opens with the other nodes. Try again.</source>
        <translation>Der Film öffnet sich mit den anderen Knoten. Versuche es erneut.</translation>
    </message>
    <message>
        <source>A key node&apos;s copy of the rights log is old, so it refused, as it should.</source>
        <translation>Die Kopie des Rechteprotokolls eines Schlüsselknotens ist veraltet; er hat daher zu Recht abgelehnt.</translation>
    </message>
    <message>
        <source>Try again in a minute.</source>
        <translation>Versuche es in einer Minute erneut.</translation>
    </message>
    <message>
        <source>A key node is busy.</source>
        <translation>Ein Schlüsselknoten ist ausgelastet.</translation>
    </message>
    <message>
        <source>Try again in a few seconds.</source>
        <translation>Versuche es in ein paar Sekunden erneut.</translation>
    </message>
    <message>
        <source>This was asked for too often.</source>
        <translation>Das wurde zu oft angefragt.</translation>
    </message>
    <message>
        <source>The key does not open %1.</source>
        <translation>Der Schlüssel passt nicht: %1.</translation>
    </message>
    <message>
        <source>Nothing of it was shown: what the key gives is no picture and no sound. Tell %1, who made it.</source>
        <translation>Nichts davon wurde gezeigt: Was der Schlüssel ergibt, ist weder Bild noch Ton. Sag Bescheid: %1.</translation>
    </message>
    <message>
        <source>A key of %1 is missing.</source>
        <translation>Es fehlt ein Schlüssel: %1.</translation>
    </message>
    <message>
        <source>Tell %1, who made it.</source>
        <translation>Sag Bescheid: %1.</translation>
    </message>
    <message>
        <source>Your keyring is locked.</source>
        <translation>Dein Schlüsselbund ist gesperrt.</translation>
    </message>
    <message>
        <source>Unlock it to go on. Your system asks for its password; Keyreel never sees it.</source>
        <translation>Entsperre ihn, um weiterzumachen. Dein System fragt nach dem Passwort; Keyreel sieht es nie.</translation>
    </message>
    <message>
        <source>Keyreel is locked, and your keyring with it.</source>
        <translation>Keyreel ist gesperrt, und mit ihm dein Schlüsselbund.</translation>
    </message>
    <message>
        <source>Unlock it to publish and to open films. Your system asks for its password; Keyreel never sees it.</source>
        <translation>Entsperre ihn, um zu veröffentlichen und Filme zu öffnen. Dein System fragt nach dem Passwort; Keyreel sieht es nie.</translation>
    </message>
    <message>
        <source>Another Keyreel program is at work for this profile.</source>
        <translation>Ein anderes Keyreel-Programm arbeitet gerade mit diesem Profil.</translation>
    </message>
    <message>
        <source>Let it finish or close it, then try again. Your films and drafts are safe.</source>
        <translation>Lass es fertig werden oder schließe es und versuche es dann erneut. Deine Filme und Entwürfe sind sicher.</translation>
    </message>
    <message>
        <source>No system keyring answers, so there is nowhere safe for your key.</source>
        <translation>Kein System-Schlüsselbund antwortet, also gibt es keinen sicheren Ort für deinen Schlüssel.</translation>
    </message>
    <message>
        <source>Install or start a system keyring (KWallet or GNOME Keyring), then try again.</source>
        <translation>Installiere oder starte einen System-Schlüsselbund (KWallet oder GNOME-Schlüsselbund) und versuche es dann erneut.</translation>
    </message>
    <message>
        <source>The gateway or a key node on this computer did not start.</source>
        <translation>Das Gateway oder ein Schlüsselknoten auf diesem Computer ist nicht gestartet.</translation>
    </message>
    <message>
        <source>Your library and drafts are here; another program may have its address. Try again.</source>
        <translation>Deine Bibliothek und deine Entwürfe sind hier; vielleicht belegt ein anderes Programm die Adresse. Versuche es erneut.</translation>
    </message>
    <message>
        <source>The system keyring refused.</source>
        <translation>Der System-Schlüsselbund hat abgelehnt.</translation>
    </message>
    <message>
        <source>Allow Keyreel to use it, then try again.</source>
        <translation>Erlaube Keyreel, ihn zu benutzen, und versuche es dann erneut.</translation>
    </message>
    <message>
        <source>Two copies of the rights log contradict each other.</source>
        <translation>Zwei Kopien des Rechteprotokolls widersprechen sich.</translation>
    </message>
    <message>
        <source>Nothing is opened or published until that is settled. Both copies were saved.</source>
        <translation>Bis das geklärt ist, wird nichts geöffnet oder veröffentlicht. Beide Kopien wurden gesichert.</translation>
    </message>
    <message>
        <source>The gateway does not answer.</source>
        <translation>Das Gateway antwortet nicht.</translation>
    </message>
    <message>
        <source>What is finished is kept; try again when it is back.</source>
        <translation>Was fertig ist, bleibt erhalten; versuche es erneut, wenn es zurück ist.</translation>
    </message>
    <message>
        <source>No film has this link.</source>
        <translation>Kein Film hat diesen Link.</translation>
    </message>
    <message>
        <source>Ask whoever sent it for the whole link.</source>
        <translation>Bitte den Absender um den ganzen Link.</translation>
    </message>
    <message>
        <source>%1 is not published any more.</source>
        <translation>%1 ist nicht mehr veröffentlicht.</translation>
    </message>
    <message>
        <source>Ask %1 about it.</source>
        <translation>Frage nach: %1.</translation>
    </message>
    <message>
        <source>This is not a film link.</source>
        <translation>Das ist kein Filmlink.</translation>
    </message>
    <message>
        <source>A film link begins with keyreel:// and a name.</source>
        <translation>Ein Filmlink beginnt mit keyreel:// und einem Namen.</translation>
    </message>
    <message>
        <source>This is not an account.</source>
        <translation>Das ist kein Konto.</translation>
    </message>
    <message>
        <source>An account begins with did:key:z6Mk. Its owner finds it under Keys &amp; devices.</source>
        <translation>Ein Konto beginnt mit did:key:z6Mk. Man findet das eigene unter Schlüssel &amp; Geräte.</translation>
    </message>
    <message>
        <source>Only the maker of a film can change who may watch it.</source>
        <translation>Wer einen Film ansehen darf, ändert nur, wer ihn gemacht hat.</translation>
    </message>
    <message>
        <source>Make room on this disk, then try again. Nothing is lost.</source>
        <translation>Schaffe Platz auf diesem Datenträger und versuche es dann erneut. Nichts ist verloren.</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>1 of %1 files cannot become a film.</source>
        <translation>Aus 1 von %1 Dateien kann kein Film werden.</translation>
    </message>
    <message>
        <source>None of these %1 files can become a film.</source>
        <translation>Aus keiner dieser %1 Dateien kann ein Film werden.</translation>
    </message>
    <message>
        <source>%1 of %2 files cannot become films.</source>
        <translation>Aus %1 von %2 Dateien können keine Filme werden.</translation>
    </message>
    <message>
        <source>Only the first %1 files were taken.</source>
        <translation>Nur die ersten %1 Dateien wurden genommen.</translation>
    </message>
    <message>
        <source>There is no film in it.</source>
        <translation>Darin ist kein Film.</translation>
    </message>
    <message>
        <source>There were more files than can be taken at once. Publish these first, then add the rest.</source>
        <translation>Es waren mehr Dateien, als auf einmal genommen werden können. Veröffentliche erst diese und füge dann den Rest hinzu.</translation>
    </message>
    <message>
        <source>1 other file was left alone.</source>
        <translation>1 andere Datei blieb unbeachtet.</translation>
    </message>
    <message>
        <source>%1 other files were left alone.</source>
        <translation>%1 andere Dateien blieben unbeachtet.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 spent</source>
        <translation>%1 gebraucht</translation>
    </message>
    <message>
        <source>under 1 s</source>
        <translation>unter 1 s</translation>
    </message>
    <message>
        <source>Paused at %1</source>
        <translation>Angehalten bei %1</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>%1 of %2 kept</source>
        <translation>%1 von %2 behalten</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>%1 not needed</source>
        <translation>%1 nicht gebraucht</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 answered</source>
        <translation>%1 geantwortet</translation>
    </message>
    <message>
        <source>Too few key nodes answered</source>
        <translation>Zu wenige Schlüsselknoten haben geantwortet</translation>
    </message>
    <message>
        <source>You were not let in</source>
        <translation>Du warst nicht zugelassen</translation>
    </message>
    <message>
        <source>A share was not the maker&apos;s</source>
        <translation>Ein Teilschlüssel war nicht der ursprüngliche</translation>
    </message>
    <message>
        <source>You called it off</source>
        <translation>Du hast abgebrochen</translation>
    </message>
    <message>
        <source>It was refused</source>
        <translation>Es wurde abgelehnt</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Device key</source>
        <translation>Geräteschlüssel</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <source>Film ID</source>
        <translation>Film-ID</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>film %1</source>
        <translation>Film %1</translation>
    </message>
    <message>
        <source>Opened: %1</source>
        <translation>Geöffnet: %1</translation>
    </message>
    <message>
        <source>Not opened: %1</source>
        <translation>Nicht geöffnet: %1</translation>
    </message>
    <message>
        <source>Published: %1</source>
        <translation>Veröffentlicht: %1</translation>
    </message>
    <message>
        <source>Its record stands in the rights log</source>
        <translation>Sein Eintrag steht im Rechteprotokoll</translation>
    </message>
    <message>
        <source>Let in: %1</source>
        <translation>Zugelassen: %1</translation>
    </message>
    <message>
        <source>the account %1</source>
        <translation>das Konto %1</translation>
    </message>
    <message>
        <source>Access taken back: %1</source>
        <translation>Zugriff entzogen: %1</translation>
    </message>
    <message>
        <source>from the account %1</source>
        <translation>dem Konto %1</translation>
    </message>
    <message>
        <source>Device revoked</source>
        <translation>Gerät ausgeschlossen</translation>
    </message>
    <message>
        <source>the one with the key %1</source>
        <translation>das mit dem Schlüssel %1</translation>
    </message>
    <message>
        <source>This record began</source>
        <translation>Hier beginnt das Protokoll</translation>
    </message>
    <message>
        <source>Every record after it is sealed to the one before</source>
        <translation>Jeder spätere Eintrag ist mit dem vorigen versiegelt</translation>
    </message>
    <message>
        <source>What you call it</source>
        <translation>Dein Name dafür</translation>
    </message>
    <message>
        <source>refuses it from now on</source>
        <translation>lehnt es ab sofort ab</translation>
    </message>
    <message>
        <source>has it in the rights log</source>
        <translation>hat es im Rechteprotokoll</translation>
    </message>
    <message>
        <source>Add a device</source>
        <translation>Gerät hinzufügen</translation>
    </message>
    <message>
        <source>On the other computer choose &quot;Join with a code&quot;: at its first start, or under Keys &amp; devices. It then plays what you may, and cannot publish or let anyone in.</source>
        <translation>Wähle auf dem anderen Computer „Mit Code beitreten“: beim ersten Start oder unter Schlüssel &amp; Geräte. Er spielt dann, was du darfst, und kann weder veröffentlichen noch jemanden zulassen.</translation>
    </message>
    <message>
        <source>The code that it shows</source>
        <translation>Der Code, den er zeigt</translation>
    </message>
    <message>
        <source>16 letters and digits, good for ten minutes.</source>
        <translation>16 Buchstaben und Ziffern, zehn Minuten gültig.</translation>
    </message>
    <message>
        <source>As it calls itself</source>
        <translation>Wie er sich selbst nennt</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Change a device</source>
        <translation>Gerät ändern</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Any name you like</source>
        <translation>Ein beliebiger Name</translation>
    </message>
    <message>
        <source>Revoke a device</source>
        <translation>Gerät ausschließen</translation>
    </message>
    <message>
        <source>%1 will open none of your films from now on, also in the middle of one. It cannot be undone: to come back, it has to join again.</source>
        <translation>%1 öffnet ab sofort keinen deiner Filme mehr, auch nicht mitten in einem. Das lässt sich nicht rückgängig machen: Um zurückzukommen, muss es neu beitreten.</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Ausschließen</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>%1 is revoked. Everyone who holds a key of yours knows it.</source>
        <translation>%1 ist ausgeschlossen. Alle, die einen deiner Schlüssel halten, wissen es.</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>Keyring locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>No keyring</source>
        <translation>Kein Schlüsselbund</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Ausgeschlossen</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In Benutzung</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Too few nodes</source>
        <translation>Zu wenige Knoten</translation>
    </message>
    <message>
        <source>Gateway: answers</source>
        <translation>Gateway: antwortet</translation>
    </message>
    <message>
        <source>Gateway: no answer</source>
        <translation>Gateway: keine Antwort</translation>
    </message>
    <message>
        <source>Publishing and opening protected films wait for it.</source>
        <translation>Veröffentlichen und Öffnen geschützter Filme warten darauf.</translation>
    </message>
    <message>
        <source>Key nodes: %1 of %2 answer</source>
        <translation>Schlüsselknoten: %1 von %2 antworten</translation>
    </message>
    <message>
        <source>Any %1 open a film.</source>
        <translation>%1 beliebige öffnen einen Film.</translation>
    </message>
    <message>
        <source>Films wait until one more is back.</source>
        <translation>Filme warten, bis ein weiterer zurück ist.</translation>
    </message>
    <message>
        <source>Keyring: unlocked</source>
        <translation>Schlüsselbund: entsperrt</translation>
    </message>
    <message>
        <source>Keyring: locked</source>
        <translation>Schlüsselbund: gesperrt</translation>
    </message>
    <message>
        <source>Keyring: no answer</source>
        <translation>Schlüsselbund: keine Antwort</translation>
    </message>
    <message>
        <source>This computer&apos;s key is ready.</source>
        <translation>Der Schlüssel dieses Computers ist bereit.</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Auf diesem Computer</translation>
    </message>
    <message>
        <source>Drafts, and films that are open already.</source>
        <translation>Entwürfe und Filme, die schon offen sind.</translation>
    </message>
    <message>
        <source>without a network</source>
        <translation>ohne Netz</translation>
    </message>
    <message>
        <source>It is kept on this computer</source>
        <translation>Er ist auf diesem Computer aufbewahrt</translation>
    </message>
    <message>
        <source>Its key nodes signed for how long. Their signatures were checked again.</source>
        <translation>Seine Schlüsselknoten haben signiert, für wie lange. Ihre Signaturen wurden erneut geprüft.</translation>
    </message>
    <message>
        <source>The time was checked</source>
        <translation>Die Zeit wurde geprüft</translation>
    </message>
    <message>
        <source>A clock that is turned back makes it last no longer.</source>
        <translation>Eine zurückgestellte Uhr verlängert nichts.</translation>
    </message>
    <message>
        <source>Keys are in memory only</source>
        <translation>Schlüssel sind nur im Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Unsealed with this computer&apos;s key. Wiped when you close the film.</source>
        <translation>Mit dem Schlüssel dieses Computers entsiegelt. Gelöscht, sobald du den Film schließt.</translation>
    </message>
    <message>
        <source>Every part is checked</source>
        <translation>Jeder Teil wird geprüft</translation>
    </message>
    <message>
        <source>A part that was changed on the disk is refused, never shown.</source>
        <translation>Ein auf dem Datenträger veränderter Teil wird abgelehnt und nie gezeigt.</translation>
    </message>
    <message>
        <source>See the record</source>
        <translation>Eintrag ansehen</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>from your click to the first key</source>
        <translation>vom Klick bis zum ersten Schlüssel</translation>
    </message>
    <message>
        <source>Its record was checked</source>
        <translation>Sein Eintrag wurde geprüft</translation>
    </message>
    <message>
        <source>The rights log and what %1 signed.</source>
        <translation>Das Rechteprotokoll und was %1 signiert hat.</translation>
    </message>
    <message>
        <source>The gateway gave a pass</source>
        <translation>Passierschein vom Gateway</translation>
    </message>
    <message>
        <source>For this film, this computer and five minutes. It cannot open anything by itself.</source>
        <translation>Für diesen Film, diesen Computer und fünf Minuten. Für sich allein öffnet er nichts.</translation>
    </message>
    <message>
        <source>%1 of %2 key nodes answered</source>
        <translation>%1 von %2 Schlüsselknoten haben geantwortet</translation>
    </message>
    <message>
        <source>Each checked for itself that you may watch.</source>
        <translation>Jeder hat selbst geprüft, dass du zusehen darfst.</translation>
    </message>
    <message>
        <source>Put together on this computer. Wiped when you close the film.</source>
        <translation>Auf diesem Computer zusammengesetzt. Gelöscht, sobald du den Film schließt.</translation>
    </message>
    <message>
        <source>A part that was changed on the way is refused, never shown.</source>
        <translation>Ein unterwegs veränderter Teil wird abgelehnt und nie gezeigt.</translation>
    </message>
    <message>
        <source>Write down your 24 words</source>
        <translation>Schreib deine 24 Wörter auf</translation>
    </message>
    <message>
        <source>Your 24 words</source>
        <translation>Deine 24 Wörter</translation>
    </message>
    <message>
        <source>On paper, in this order. They bring your identity and your films back on another computer. Whoever has them is you: keep them away from this one.</source>
        <translation>Auf Papier, in dieser Reihenfolge. Sie bringen deine Identität und deine Filme auf einen anderen Computer zurück. Wer sie hat, ist du: Bewahre sie fern von diesem Computer auf.</translation>
    </message>
    <message>
        <source>I wrote them down</source>
        <translation>Ich habe sie aufgeschrieben</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>You find them under
Keys &amp; devices</source>
        <translation>Du findest sie unter
Schlüssel &amp; Geräte</translation>
    </message>
    <message>
        <source>mono</source>
        <translation>mono</translation>
    </message>
    <message>
        <source>stereo</source>
        <translation>stereo</translation>
    </message>
    <message>
        <source>%1 channels</source>
        <translation>%1 Kanäle</translation>
    </message>
    <message>
        <source>commentary</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>audio description</source>
        <translation>Audiodeskription</translation>
    </message>
    <message>
        <source>dubbed</source>
        <translation>synchronisiert</translation>
    </message>
    <message>
        <source>clear speech</source>
        <translation>klare Sprache</translation>
    </message>
    <message>
        <source>captions</source>
        <translation>für Hörgeschädigte</translation>
    </message>
    <message>
        <source>forced</source>
        <translation>erzwungen</translation>
    </message>
    <message>
        <source>description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Unknown language</source>
        <translation>Unbekannte Sprache</translation>
    </message>
    <message>
        <source>signed that it gave its share, %1</source>
        <translation>hat die Herausgabe seines Teilschlüssels signiert, %1</translation>
    </message>
    <message>
        <source>%1, as the device says</source>
        <translation>%1, nach Angabe des Geräts</translation>
    </message>
    <message>
        <source>This proof holds</source>
        <translation>Dieser Nachweis ist gültig</translation>
    </message>
    <message>
        <source>%1 was opened on %2 with the shares of %3 of %4 key nodes. Every signature in %5 was checked, without a network.</source>
        <translation>%1 wurde am %2 mit den Teilschlüsseln von %3 von %4 Schlüsselknoten geöffnet. Jede Signatur in %5 wurde geprüft, ohne Netz.</translation>
    </message>
    <message>
        <source>Film by</source>
        <translation>Film von</translation>
    </message>
    <message>
        <source>Maker&apos;s account</source>
        <translation>Konto des Urhebers</translation>
    </message>
    <message>
        <source>Opened by the account</source>
        <translation>Geöffnet vom Konto</translation>
    </message>
    <message>
        <source>On the device</source>
        <translation>Auf dem Gerät</translation>
    </message>
    <message>
        <source>Kept until</source>
        <translation>Aufbewahrt bis</translation>
    </message>
    <message>
        <source>Pass from</source>
        <translation>Passierschein von</translation>
    </message>
    <message>
        <source>Rights log</source>
        <translation>Rechteprotokoll</translation>
    </message>
    <message>
        <source>%1 entries, key %2</source>
        <translation>%1 Einträge, Schlüssel %2</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Nachweis</translation>
    </message>
    <message>
        <source>The times are those of the device. Whether a later revocation stands in the log is not in the proof.</source>
        <translation>Die Zeiten sind die des Geräts. Ob ein späterer Ausschluss im Protokoll steht, sagt der Nachweis nicht.</translation>
    </message>
    <message>
        <source>This proves nothing</source>
        <translation>Das beweist nichts</translation>
    </message>
    <message>
        <source>Published at</source>
        <translation>Veröffentlicht bei</translation>
    </message>
    <message>
        <source>this computer&apos;s own gateway (%1)</source>
        <translation>dem Gateway dieses Computers (%1)</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>any %1 of %2: %3</source>
        <translation>%1 beliebige von %2: %3</translation>
    </message>
    <message>
        <source>Tick the statement above first</source>
        <translation>Bestätige erst die Aussage oben</translation>
    </message>
    <message>
        <source>Watching offline</source>
        <translation>Offline ansehen</translation>
    </message>
    <message>
        <source>Not at all</source>
        <translation>Gar nicht</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 Tag</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 Tage</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>dieser Computer</translation>
    </message>
    <message>
        <source>Publish %1</source>
        <translation>%1 veröffentlichen</translation>
    </message>
    <message>
        <source>Check once. The record of a film stays when it is published.</source>
        <translation>Sieh noch einmal hin. Der Eintrag eines Films bleibt, wenn er veröffentlicht ist.</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Zugriff</translation>
    </message>
    <message>
        <source>Only people you grant</source>
        <translation>Nur Personen, die du zulässt</translation>
    </message>
    <message>
        <source>Free, anyone with the link</source>
        <translation>Frei, für alle mit dem Link</translation>
    </message>
    <message>
        <source>May be used to train AI</source>
        <translation>Darf zum KI-Training dienen</translation>
    </message>
    <message>
        <source>Off: to watch, not to train. Viewers see this.</source>
        <translation>Aus: zum Ansehen, nicht zum Trainieren. Zuschauer sehen das.</translation>
    </message>
    <message>
        <source>For adults only</source>
        <translation>Nur für Erwachsene</translation>
    </message>
    <message>
        <source>Stands in its record</source>
        <translation>Steht in seinem Eintrag</translation>
    </message>
    <message>
        <source>For how long a viewer may keep it without a network</source>
        <translation>Wie lange man ihn ohne Netz aufbewahren darf</translation>
    </message>
    <message>
        <source>I made this film, or I may publish it.</source>
        <translation>Ich habe diesen Film gemacht oder darf ihn veröffentlichen.</translation>
    </message>
    <message>
        <source>Your signature stands under the record of this film.</source>
        <translation>Deine Signatur steht unter dem Eintrag dieses Films.</translation>
    </message>
    <message>
        <source>Sign and publish</source>
        <translation>Signieren und veröffentlichen</translation>
    </message>
    <message>
        <source>Public from now on: title, poster,
your name. The film only for whom you grant.</source>
        <translation>Ab sofort öffentlich: Titel, Poster,
dein Name. Der Film nur für Zugelassene.</translation>
    </message>
    <message>
        <source>Public from now on: title, poster,
your name and the film</source>
        <translation>Ab sofort öffentlich: Titel, Poster,
dein Name und der Film</translation>
    </message>
    <message>
        <source>Publish %1 films</source>
        <translation>%1 Filme veröffentlichen</translation>
    </message>
    <message>
        <source>Check once. The record of a film stays when it is published. 1 draft is not ready and stays as it is.</source>
        <translation>Sieh noch einmal hin. Der Eintrag eines Films bleibt, wenn er veröffentlicht ist. 1 Entwurf ist nicht fertig und bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>Check once. The record of a film stays when it is published. %1 drafts are not ready and stay as they are.</source>
        <translation>Sieh noch einmal hin. Der Eintrag eines Films bleibt, wenn er veröffentlicht ist. %1 Entwürfe sind nicht fertig und bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>%1 of them</source>
        <translation>%1 davon</translation>
    </message>
    <message>
        <source>%1 free, %2 only for people you grant</source>
        <translation>%1 frei, %2 nur für Zugelassene</translation>
    </message>
    <message>
        <source>May train AI</source>
        <translation>KI-Training erlaubt</translation>
    </message>
    <message>
        <source>None of them</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>Kept offline</source>
        <translation>Offline aufbewahrt</translation>
    </message>
    <message>
        <source>I made these films, or I may publish them.</source>
        <translation>Ich habe diese Filme gemacht oder darf sie veröffentlichen.</translation>
    </message>
    <message>
        <source>Your signature stands under the record of each film.</source>
        <translation>Deine Signatur steht unter dem Eintrag jedes Films.</translation>
    </message>
    <message>
        <source>Sign and publish %1</source>
        <translation>%1 signieren und veröffentlichen</translation>
    </message>
    <message>
        <source>Public from now on:
titles, posters, your name</source>
        <translation>Ab sofort öffentlich:
Titel, Poster, dein Name</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Owned</source>
        <translation>Im Besitz</translation>
    </message>
    <message>
        <source>Protected</source>
        <translation>Geschützt</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Veröffentlicht</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Needs gateway</source>
        <translation>Braucht Gateway</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Frei</translation>
    </message>
    <message>
        <source>Each of these nodes alone can open the film.</source>
        <translation>Jeder dieser Knoten kann den Film allein öffnen.</translation>
    </message>
    <message>
        <source>If any one of these nodes is lost, so is the film.</source>
        <translation>Geht einer dieser Knoten verloren, dann auch der Film.</translation>
    </message>
    <message>
        <source>%1 are run by %2</source>
        <translation>%1 werden von %2 betrieben</translation>
    </message>
    <message>
        <source>%1 have the same address, %2</source>
        <translation>%1 haben dieselbe Adresse, %2</translation>
    </message>
    <message>
        <source>%1 are on the same machine</source>
        <translation>%1 stehen auf demselben Rechner</translation>
    </message>
    <message>
        <source>%1; together they can open the film.</source>
        <translation>%1; zusammen können sie den Film öffnen.</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>operator not named</source>
        <translation>Betreiber nicht genannt</translation>
    </message>
    <message>
        <source>run by %1</source>
        <translation>betrieben von %1</translation>
    </message>
    <message>
        <source>Where your films are published</source>
        <translation>Wo deine Filme veröffentlicht werden</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>A gateway</source>
        <translation>Ein Gateway</translation>
    </message>
    <message>
        <source>A network file</source>
        <translation>Eine Netzdatei</translation>
    </message>
    <message>
        <source>A gateway and three key nodes of this computer&apos;s own, to try things with. Films open while this computer is on.</source>
        <translation>Ein Gateway und drei Schlüsselknoten auf diesem Computer, zum Ausprobieren. Filme öffnen sich, solange er läuft.</translation>
    </message>
    <message>
        <source>Key nodes, one address a line</source>
        <translation>Schlüsselknoten, je Zeile eine Adresse</translation>
    </message>
    <message>
        <source>Leave this empty to see those that the gateway names</source>
        <translation>Leer: die, die das Gateway nennt</translation>
    </message>
    <message>
        <source>Network file</source>
        <translation>Netzdatei</translation>
    </message>
    <message>
        <source>From whoever runs the network</source>
        <translation>Von denen, die das Netz betreiben</translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation>Auswählen...</translation>
    </message>
    <message>
        <source>Use this computer</source>
        <translation>Diesen Computer verwenden</translation>
    </message>
    <message>
        <source>Ask who they are</source>
        <translation>Fragen, wer sie sind</translation>
    </message>
    <message>
        <source>Your films are published here already</source>
        <translation>Deine Filme werden schon hier veröffentlicht</translation>
    </message>
    <message>
        <source>Choose a network file</source>
        <translation>Eine Netzdatei auswählen</translation>
    </message>
    <message>
        <source>Network files (*.json)</source>
        <translation>Netzdateien (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Needed</source>
        <translation>Erforderlich</translation>
    </message>
    <message>
        <source>%1 Nothing was changed.</source>
        <translation>%1 Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>This gateway has the keys that it had when you first met it.</source>
        <translation>Dieses Gateway hat die Schlüssel, die es bei der ersten Begegnung hatte.</translation>
    </message>
    <message>
        <source>You meet this gateway for the first time. Compare its key with what its owner told you: once you use it, no other key is taken from it.</source>
        <translation>Du begegnest diesem Gateway zum ersten Mal. Vergleiche seinen Schlüssel mit dem, was sein Betreiber dir gesagt hat: Sobald du es verwendest, wird kein anderer mehr angenommen.</translation>
    </message>
    <message>
        <source>Key of its rights log</source>
        <translation>Schlüssel seines Rechteprotokolls</translation>
    </message>
    <message>
        <source>Key of its passes</source>
        <translation>Schlüssel seiner Passierscheine</translation>
    </message>
    <message>
        <source>Use this network</source>
        <translation>Dieses Netz verwenden</translation>
    </message>
    <message>
        <source>They answered</source>
        <translation>Sie haben geantwortet</translation>
    </message>
    <message>
        <source>For films that you publish from now on. Those that are published stay where they are, and open as before.</source>
        <translation>Für Filme, die du von jetzt an veröffentlichst. Veröffentlichte bleiben, wo sie sind, und öffnen sich wie zuvor.</translation>
    </message>
    <message>
        <source>Get the key from its nodes</source>
        <translation>Den Schlüssel von seinen Knoten holen</translation>
    </message>
    <message>
        <source>Split it for the new ones</source>
        <translation>Ihn für die neuen aufteilen</translation>
    </message>
    <message>
        <source>Send the new shares</source>
        <translation>Die neuen Teilschlüssel senden</translation>
    </message>
    <message>
        <source>Write it into the rights log</source>
        <translation>Ins Rechteprotokoll eintragen</translation>
    </message>
    <message>
        <source>Open the film with the new nodes</source>
        <translation>Den Film mit den neuen Knoten öffnen</translation>
    </message>
    <message>
        <source>%1: done</source>
        <translation>%1: erledigt</translation>
    </message>
    <message>
        <source>%1 ...</source>
        <translation>%1 ...</translation>
    </message>
    <message>
        <source>%1: failed</source>
        <translation>%1: fehlgeschlagen</translation>
    </message>
    <message>
        <source>answered in %1</source>
        <translation>nach %1</translation>
    </message>
    <message>
        <source>Who holds the key</source>
        <translation>Wer den Schlüssel hält</translation>
    </message>
    <message>
        <source>It is split into one share for each of these key nodes. One share alone opens nothing. Choose people who do not share an owner or a computer.</source>
        <translation>Er wird in je einen Teil für jeden dieser Schlüsselknoten geteilt. Ein Teil allein öffnet nichts. Wähle Betreiber, die weder Eigentümer noch Rechner teilen.</translation>
    </message>
    <message>
        <source>Use these</source>
        <translation>Diese verwenden</translation>
    </message>
    <message>
        <source>Change who holds the key</source>
        <translation>Ändern, wer den Schlüssel hält</translation>
    </message>
    <message>
        <source>The key of %1 is split anew; the shares of before then open nothing any more. Its link, the film itself and everyone&apos;s access stay as they are.</source>
        <translation>Der Schlüssel von %1 wird neu geteilt; die Teile von vorher öffnen dann nichts mehr. Der Link, der Film selbst und der Zugriff aller bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Change them</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Do not wait</source>
        <translation>Nicht warten</translation>
    </message>
    <message>
        <source>Its key is with %1. The shares of before open nothing any more.</source>
        <translation>Sein Schlüssel liegt jetzt bei: %1. Die Teile von vorher öffnen nichts mehr.</translation>
    </message>
    <message>
        <source>Nothing was changed. %1</source>
        <translation>Nichts wurde geändert. %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>all of these nodes run on this computer</source>
        <translation>alle diese Knoten laufen auf diesem Computer</translation>
    </message>
    <message>
        <source>Their own key nodes</source>
        <translation>Eigene Schlüsselknoten</translation>
    </message>
    <message>
        <source>Line %1 has no time, such as 4:30</source>
        <translation>Zeile %1 hat keine Zeit wie 4:30</translation>
    </message>
    <message>
        <source>Line %1 is not later than the one before</source>
        <translation>Zeile %1 ist nicht später als die davor</translation>
    </message>
    <message>
        <source>Line %1 is behind the film&apos;s end</source>
        <translation>Zeile %1 liegt hinter dem Ende des Films</translation>
    </message>
    <message>
        <source>Line %1 is too long</source>
        <translation>Zeile %1 ist zu lang</translation>
    </message>
    <message>
        <source>At most %1 chapters</source>
        <translation>Höchstens %1 Kapitel</translation>
    </message>
    <message>
        <source>A title has characters that cannot be shown</source>
        <translation>Ein Titel hat Zeichen, die sich nicht zeigen lassen</translation>
    </message>
    <message>
        <source>One picture has to stay</source>
        <translation>Ein Bild muss bleiben</translation>
    </message>
    <message>
        <source>The video itself has this height</source>
        <translation>Das Video selbst hat diese Höhe</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Wie es ist</translation>
    </message>
    <message>
        <source>%1 as it is</source>
        <translation>%1, wie es ist</translation>
    </message>
    <message>
        <source>About %1</source>
        <translation>Etwa %1</translation>
    </message>
    <message>
        <source>About %1, at most %2</source>
        <translation>Etwa %1, höchstens %2</translation>
    </message>
    <message>
        <source>Chapters need a look</source>
        <translation>Kapitel ansehen</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>Kapitel</translation>
    </message>
    <message>
        <source>%1, their titles are public</source>
        <translation>%1, ihre Titel sind öffentlich</translation>
    </message>
    <message>
        <source>Adaptive</source>
        <translation>Adaptiv</translation>
    </message>
    <message>
        <source>Film, stays published</source>
        <translation>Film, bleibt veröffentlicht</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>Film</translation>
    </message>
    <message>
        <source>%1 · until %2</source>
        <translation>%1 · bis %2</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Restore %1</source>
        <translation>%1 zurückholen</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Endgültig löschen</translation>
    </message>
    <message>
        <source>Delete %1 for good</source>
        <translation>%1 endgültig löschen</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Papierkorb</translation>
    </message>
    <message>
        <source>Everything stays here for 30 days. Published films stay published, and what you keep for offline stays kept.</source>
        <translation>Alles bleibt 30 Tage hier. Veröffentlichte Filme bleiben veröffentlicht, und was du offline aufbewahrst, bleibt aufbewahrt.</translation>
    </message>
    <message>
        <source>The trash is empty</source>
        <translation>Der Papierkorb ist leer</translation>
    </message>
    <message>
        <source>The file is not there any more.</source>
        <translation>Die Datei ist nicht mehr da.</translation>
    </message>
    <message>
        <source>Put it back, or choose another one.</source>
        <translation>Leg sie zurück oder wähle eine andere.</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>Die Datei kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Look at its permissions and at the disk that it is on.</source>
        <translation>Sieh nach ihren Zugriffsrechten und dem Datenträger, auf dem sie liegt.</translation>
    </message>
    <message>
        <source>This is no file that can be read as a film.</source>
        <translation>Das ist keine Datei, die als Film gelesen werden kann.</translation>
    </message>
    <message>
        <source>Choose a video file.</source>
        <translation>Wähle eine Videodatei.</translation>
    </message>
    <message>
        <source>A file cannot be written.</source>
        <translation>Eine Datei kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Look at the permissions of its folder and at the disk.</source>
        <translation>Sieh nach den Zugriffsrechten ihres Ordners und dem Datenträger.</translation>
    </message>
    <message>
        <source>A folder cannot be written to.</source>
        <translation>In einen Ordner kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Look at its permissions and at the disk.</source>
        <translation>Sieh nach seinen Zugriffsrechten und dem Datenträger.</translation>
    </message>
    <message>
        <source>The file changed while it was being used.</source>
        <translation>Die Datei hat sich geändert, während sie gebraucht wurde.</translation>
    </message>
    <message>
        <source>Let the other program finish, then publish it again.</source>
        <translation>Lass das andere Programm fertig werden und veröffentliche sie dann noch einmal.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <source>Copy or export the film again.</source>
        <translation>Kopiere oder exportiere den Film noch einmal.</translation>
    </message>
    <message>
        <source>This is no video that Keyreel can read.</source>
        <translation>Das ist kein Video, das Keyreel lesen kann.</translation>
    </message>
    <message>
        <source>Export it as MP4, MOV or MKV.</source>
        <translation>Exportiere es als MP4, MOV oder MKV.</translation>
    </message>
    <message>
        <source>The end of the file is missing.</source>
        <translation>Das Ende der Datei fehlt.</translation>
    </message>
    <message>
        <source>The film is damaged.</source>
        <translation>Der Film ist beschädigt.</translation>
    </message>
    <message>
        <source>The file has no video track.</source>
        <translation>Die Datei hat keine Videospur.</translation>
    </message>
    <message>
        <source>Choose a file with pictures.</source>
        <translation>Wähle eine Datei mit Bildern.</translation>
    </message>
    <message>
        <source>The coding of this film cannot be read here.</source>
        <translation>Die Codierung dieses Films kann hier nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The film is longer than 24 hours.</source>
        <translation>Der Film ist länger als 24 Stunden.</translation>
    </message>
    <message>
        <source>Cut it into parts.</source>
        <translation>Schneide ihn in Teile.</translation>
    </message>
    <message>
        <source>The pictures of the film are too large.</source>
        <translation>Die Bilder des Films sind zu groß.</translation>
    </message>
    <message>
        <source>Export it smaller.</source>
        <translation>Exportiere ihn kleiner.</translation>
    </message>
    <message>
        <source>The film is encrypted already.</source>
        <translation>Der Film ist schon verschlüsselt.</translation>
    </message>
    <message>
        <source>Choose the unencrypted film.</source>
        <translation>Wähle den unverschlüsselten Film.</translation>
    </message>
    <message>
        <source>The part that reads films crashed at this one.</source>
        <translation>Der Teil, der Filme liest, ist an diesem abgestürzt.</translation>
    </message>
    <message>
        <source>Nothing else is touched. Export the film anew, then try again.</source>
        <translation>Sonst ist nichts betroffen. Exportiere den Film neu und versuch es dann noch einmal.</translation>
    </message>
    <message>
        <source>This film made the part that reads films do what it may not, so it was stopped.</source>
        <translation>Dieser Film ließ den Teil, der Filme liest, etwas Verbotenes tun; deshalb wurde er gestoppt.</translation>
    </message>
    <message>
        <source>Nothing else is touched. Do not trust this file.</source>
        <translation>Sonst ist nichts betroffen. Trau dieser Datei nicht.</translation>
    </message>
    <message>
        <source>This film takes more memory than it may.</source>
        <translation>Dieser Film braucht mehr Speicher, als er darf.</translation>
    </message>
    <message>
        <source>Close other programs and try again, or export it smaller.</source>
        <translation>Schließe andere Programme und versuch es noch einmal, oder exportiere ihn kleiner.</translation>
    </message>
    <message>
        <source>Reading this film took too long.</source>
        <translation>Diesen Film zu lesen hat zu lange gedauert.</translation>
    </message>
    <message>
        <source>Try again; if it stays, export the film anew.</source>
        <translation>Versuch es noch einmal; wenn es bleibt, exportiere den Film neu.</translation>
    </message>
    <message>
        <source>The part that reads films was ended from outside.</source>
        <translation>Der Teil, der Filme liest, wurde von außen beendet.</translation>
    </message>
    <message>
        <source>There are as many drafts as there can be.</source>
        <translation>Mehr Entwürfe kann es nicht geben.</translation>
    </message>
    <message>
        <source>Publish or remove one, then add this film again.</source>
        <translation>Veröffentliche oder entferne einen und füge diesen Film dann noch einmal hinzu.</translation>
    </message>
    <message>
        <source>The list of drafts cannot be read or moved away.</source>
        <translation>Die Liste der Entwürfe kann weder gelesen noch weggelegt werden.</translation>
    </message>
    <message>
        <source>Move it away by hand; until then no draft is kept.</source>
        <translation>Leg sie von Hand weg; bis dahin wird kein Entwurf aufbewahrt.</translation>
    </message>
    <message>
        <source>The gateway did not give a part of the film.</source>
        <translation>Das Gateway hat einen Teil des Films nicht herausgegeben.</translation>
    </message>
    <message>
        <source>Too much of this computer is on its way to the gateway already.</source>
        <translation>Von diesem Computer ist schon zu viel zum Gateway unterwegs.</translation>
    </message>
    <message>
        <source>Let other uploads finish, or cancel one of them.</source>
        <translation>Lass andere Übertragungen fertig werden oder brich eine davon ab.</translation>
    </message>
    <message>
        <source>The gateway has no room for this film.</source>
        <translation>Das Gateway hat keinen Platz für diesen Film.</translation>
    </message>
    <message>
        <source>Ask whoever runs it, or publish at another gateway.</source>
        <translation>Frag, wer es betreibt, oder veröffentliche bei einem anderen Gateway.</translation>
    </message>
    <message>
        <source>The server cannot prove that it is the one that was asked.</source>
        <translation>Der Server kann nicht beweisen, dass er der gefragte ist.</translation>
    </message>
    <message>
        <source>Nothing was sent. Look at its address and at this computer&apos;s clock.</source>
        <translation>Nichts wurde gesendet. Sieh nach seiner Adresse und der Uhr dieses Computers.</translation>
    </message>
    <message>
        <source>No protected connection to the server comes about.</source>
        <translation>Eine geschützte Verbindung zum Server kommt nicht zustande.</translation>
    </message>
    <message>
        <source>Try again; if it stays, another program may answer in its place.</source>
        <translation>Versuch es noch einmal; wenn es bleibt, antwortet vielleicht ein anderes Programm an seiner Stelle.</translation>
    </message>
    <message>
        <source>The server answered something that makes no sense.</source>
        <translation>Der Server hat etwas geantwortet, das keinen Sinn ergibt.</translation>
    </message>
    <message>
        <source>Try again; if it stays, tell whoever runs it.</source>
        <translation>Versuch es noch einmal; wenn es bleibt, sag es dem, der ihn betreibt.</translation>
    </message>
    <message>
        <source>Not enough key nodes answered.</source>
        <translation>Es haben nicht genug Schlüsselknoten geantwortet.</translation>
    </message>
    <message>
        <source>Try again when more of them are back.</source>
        <translation>Versuch es noch einmal, wenn mehr von ihnen wieder da sind.</translation>
    </message>
    <message>
        <source>Keyreel is not ready yet.</source>
        <translation>Keyreel ist noch nicht bereit.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Versuch es gleich noch einmal.</translation>
    </message>
    <message>
        <source>Something went wrong inside Keyreel.</source>
        <translation>In Keyreel ist etwas schiefgegangen.</translation>
    </message>
    <message>
        <source>Try again; what is finished is kept.</source>
        <translation>Versuch es noch einmal; was fertig ist, bleibt erhalten.</translation>
    </message>
    <message>
        <source>This was cancelled.</source>
        <translation>Das wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Keyreel recovery page</source>
        <translation>Keyreel-Wiederherstellungsseite</translation>
    </message>
    <message>
        <source>These words are this identity. Keep the page where you keep papers that cannot be replaced, and photograph it with nothing.</source>
        <translation>Diese Wörter sind diese Identität. Bewahre die Seite dort auf, wo unersetzliche Papiere liegen, und fotografiere sie mit nichts.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Fingerabdruck</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>To restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Choose Restore when Keyreel starts on a computer without your identity, and give the words in this order. The square holds the same words. The restored computer is a new device; revoke the lost one under Keys &amp; devices.</source>
        <translation>Wähle Wiederherstellen, wenn Keyreel auf einem Computer ohne deine Identität startet, und gib die Wörter in dieser Reihenfolge ein. Das Quadrat enthält dieselben Wörter. Der wiederhergestellte Computer ist ein neues Gerät; sperre das verlorene unter Schlüssel &amp; Geräte.</translation>
    </message>
    <message>
        <source>File of the kit</source>
        <translation>Datei des Wiederherstellungskits</translation>
    </message>
    <message>
        <source>A password for it</source>
        <translation>Ein Passwort dafür</translation>
    </message>
    <message>
        <source>%1 characters or more; a few words that nobody guesses. Nobody can reset it.</source>
        <translation>%1 Zeichen oder mehr; ein paar Wörter, die niemand errät. Niemand kann es zurücksetzen.</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>Dasselbe noch einmal</translation>
    </message>
    <message>
        <source>Drafts and library come along</source>
        <translation>Entwürfe und Bibliothek kommen mit</translation>
    </message>
    <message>
        <source>Make the kit</source>
        <translation>Wiederherstellungskit anlegen</translation>
    </message>
    <message>
        <source>Where to put the recovery kit</source>
        <translation>Wohin mit dem Wiederherstellungskit</translation>
    </message>
    <message>
        <source>Recovery kits (*.keyreel-kit)</source>
        <translation>Wiederherstellungskits (*.keyreel-kit)</translation>
    </message>
    <message>
        <source>The page is in %1. Print it, then delete the file: it holds the words in clear.</source>
        <translation>Die Seite liegt in %1. Drucke sie aus und lösche dann die Datei: Die Wörter stehen offen darin.</translation>
    </message>
    <message>
        <source>There is a file of that name; it is left as it is</source>
        <translation>Eine Datei mit diesem Namen gibt es schon; sie bleibt, wie sie ist</translation>
    </message>
    <message>
        <source>%1 characters or more</source>
        <translation>%1 Zeichen oder mehr</translation>
    </message>
    <message>
        <source>The two are not the same</source>
        <translation>Die beiden sind nicht gleich</translation>
    </message>
    <message>
        <source>It opens with its password on any computer. Move it away from this one: to a stick, or to somebody whom you trust.</source>
        <translation>Es öffnet sich mit seinem Passwort auf jedem Computer. Bring es von diesem hier weg: auf einen Stick oder zu jemandem, dem du vertraust.</translation>
    </message>
    <message>
        <source>Your recovery kit</source>
        <translation>Dein Wiederherstellungskit</translation>
    </message>
    <message>
        <source>A page on paper helps when the file or its password is lost: it has your 24 words, and the same words as a square to scan. Whoever has it is you.</source>
        <translation>Eine Seite auf Papier hilft, wenn die Datei oder ihr Passwort verloren ist: Darauf stehen deine 24 Wörter, und dieselben Wörter als Quadrat zum Scannen. Wer sie hat, kann sich als du ausgeben.</translation>
    </message>
    <message>
        <source>Print the page...</source>
        <translation>Seite drucken ...</translation>
    </message>
    <message>
        <source>Save it as PDF...</source>
        <translation>Als PDF sichern ...</translation>
    </message>
    <message>
        <source>Where to put the page</source>
        <translation>Wohin mit der Seite</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>The page is on its way to the printer.</source>
        <translation>Die Seite ist auf dem Weg zum Drucker.</translation>
    </message>
    <message>
        <source>Recovery kit</source>
        <translation>Wiederherstellungskit</translation>
    </message>
    <message>
        <source>A file that brings you, your drafts and your published films back on another computer, or here if the keyring is lost.</source>
        <translation>Eine Datei, die dich, deine Entwürfe und deine veröffentlichten Filme auf einem anderen Computer zurückbringt, oder hier, wenn der Schlüsselbund verloren ist.</translation>
    </message>
    <message>
        <source>Sale needs a look</source>
        <translation>Verkauf ansehen</translation>
    </message>
    <message>
        <source>Needs a price</source>
        <translation>Braucht einen Preis</translation>
    </message>
    <message>
        <source>Name a price</source>
        <translation>Nenne einen Preis</translation>
    </message>
    <message>
        <source>Too many decimals for %1</source>
        <translation>Zu viele Nachkommastellen für %1</translation>
    </message>
    <message>
        <source>Not a price</source>
        <translation>Kein Preis</translation>
    </message>
    <message>
        <source>More than nothing; else choose Free</source>
        <translation>Mehr als nichts; sonst wähle Frei</translation>
    </message>
    <message>
        <source>At least 1</source>
        <translation>Mindestens 1</translation>
    </message>
    <message>
        <source>Paste their account</source>
        <translation>Füge das Konto ein</translation>
    </message>
    <message>
        <source>Not an account</source>
        <translation>Kein Konto</translation>
    </message>
    <message>
        <source>You have the rest by yourself</source>
        <translation>Du hast schon den Rest</translation>
    </message>
    <message>
        <source>Is above already</source>
        <translation>Steht schon oben</translation>
    </message>
    <message>
        <source>Which part?</source>
        <translation>Welcher Anteil?</translation>
    </message>
    <message>
        <source>%1 copies</source>
        <translation>%1 Exemplare</translation>
    </message>
    <message>
        <source>%1, %2, each resale gives %3 back</source>
        <translation>%1, %2, jeder Weiterverkauf gibt %3 zurück</translation>
    </message>
    <message>
        <source>%1, %2, kept for good</source>
        <translation>%1, %2, für immer behalten</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation>%1 für %2</translation>
    </message>
    <message>
        <source>Royalties</source>
        <translation>Beteiligungen</translation>
    </message>
    <message>
        <source>%1; the rest is yours</source>
        <translation>%1; der Rest ist deiner</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>Verkauft</translation>
    </message>
    <message>
        <source>1 copy</source>
        <translation>1 Exemplar</translation>
    </message>
    <message>
        <source>Share %1</source>
        <translation>%1 teilen</translation>
    </message>
    <message>
        <source>Whoever opens it with Keyreel sees what the film is. Whether it opens is decided by what you allowed.</source>
        <translation>Wer ihn mit Keyreel öffnet, sieht, was der Film ist. Ob er sich öffnet, entscheidet, was du erlaubt hast.</translation>
    </message>
    <message>
        <source>The link as a QR code</source>
        <translation>Der Link als QR-Code</translation>
    </message>
    <message>
        <source>Share link</source>
        <translation>Link zum Teilen</translation>
    </message>
    <message>
        <source>Without %1</source>
        <translation>Ohne %1</translation>
    </message>
    <message>
        <source>Animation</source>
        <translation>Animation</translation>
    </message>
    <message>
        <source>Comedy</source>
        <translation>Komödie</translation>
    </message>
    <message>
        <source>Documentary</source>
        <translation>Dokumentarfilm</translation>
    </message>
    <message>
        <source>Drama</source>
        <translation>Drama</translation>
    </message>
    <message>
        <source>Education</source>
        <translation>Bildung</translation>
    </message>
    <message>
        <source>Music video</source>
        <translation>Musikvideo</translation>
    </message>
    <message>
        <source>Short film</source>
        <translation>Kurzfilm</translation>
    </message>
    <message>
        <source>Sport</source>
        <translation>Sport</translation>
    </message>
    <message>
        <source>Talk</source>
        <translation>Vortrag</translation>
    </message>
    <message>
        <source>Travel</source>
        <translation>Reise</translation>
    </message>
    <message>
        <source>Details changed: %1</source>
        <translation>Angaben geändert: %1</translation>
    </message>
    <message>
        <source>Signed into the rights log</source>
        <translation>Ins Rechteprotokoll signiert</translation>
    </message>
    <message>
        <source>Unpublished: %1</source>
        <translation>Zurückgezogen: %1</translation>
    </message>
    <message>
        <source>It is out of the catalogue</source>
        <translation>Er ist aus dem Katalog</translation>
    </message>
    <message>
        <source>Keys exported: %1</source>
        <translation>Schlüssel exportiert: %1</translation>
    </message>
    <message>
        <source>In the clear, into a file of this computer</source>
        <translation>Im Klartext, in eine Datei dieses Computers</translation>
    </message>
    <message>
        <source>On this desktop no program can keep its window on top</source>
        <translation>Auf diesem Desktop kann kein Programm sein Fenster im Vordergrund halten</translation>
    </message>
    <message>
        <source>Run a command when all is published</source>
        <translation>Einen Befehl ausführen, wenn alles veröffentlicht ist</translation>
    </message>
    <message>
        <source>It runs as you, with everything that you may do. No shell reads it: nothing is expanded, and every line is one argument.</source>
        <translation>Er läuft unter deinem Namen, mit allem, was du darfst. Keine Shell liest ihn: Nichts wird ersetzt, und jede Zeile ist ein Argument.</translation>
    </message>
    <message>
        <source>The program, then its arguments, a line each</source>
        <translation>Das Programm, dann seine Argumente, je eine Zeile</translation>
    </message>
    <message>
        <source>Run it from now on</source>
        <translation>Von nun an ausführen</translation>
    </message>
    <message>
        <source>There is no such program</source>
        <translation>Dieses Programm gibt es nicht</translation>
    </message>
    <message>
        <source>Name a program of this computer</source>
        <translation>Ein Programm dieses Computers nennen</translation>
    </message>
    <message>
        <source>Name a program first</source>
        <translation>Zuerst ein Programm nennen</translation>
    </message>
    <message>
        <source>You hold no copy of this film that could be given away.</source>
        <translation>Du besitzt kein Exemplar dieses Films, das du weitergeben könntest.</translation>
    </message>
    <message>
        <source>The maker does not let copies of this film be passed on.</source>
        <translation>Exemplare dieses Films dürfen nicht weitergegeben werden; so wurde es für ihn festgelegt.</translation>
    </message>
    <message>
        <source>The maker has taken this film back from that account.</source>
        <translation>Diesem Konto wurde der Film wieder entzogen.</translation>
    </message>
    <message>
        <source>Only the maker can let them in again.</source>
        <translation>Nur wer ihn gemacht hat, kann es wieder einlassen.</translation>
    </message>
    <message>
        <source>That account holds a copy already.</source>
        <translation>Dieses Konto besitzt schon ein Exemplar.</translation>
    </message>
    <message>
        <source>You have fewer royalties of this film than that.</source>
        <translation>So viele Anteile an diesem Film hast du nicht.</translation>
    </message>
    <message>
        <source>The royalties of this film are split among as many as can be.</source>
        <translation>Die Anteile an diesem Film sind schon auf so viele verteilt wie möglich.</translation>
    </message>
    <message>
        <source>The maker has not named you as a seller.</source>
        <translation>Du bist für diesen Film nicht als Verkäufer benannt.</translation>
    </message>
    <message>
        <source>Your time to sell this film is over.</source>
        <translation>Deine Zeit, diesen Film zu verkaufen, ist vorbei.</translation>
    </message>
    <message>
        <source>Ask its maker for more.</source>
        <translation>Bitte um mehr, wo er gemacht wurde.</translation>
    </message>
    <message>
        <source>You have sold as many copies as its maker allowed.</source>
        <translation>Du hast so viele Exemplare verkauft wie erlaubt.</translation>
    </message>
    <message>
        <source>Something later was said about this seller already.</source>
        <translation>Zu diesem Verkäufer wurde schon etwas Späteres gesagt.</translation>
    </message>
    <message>
        <source>This computer cannot seal that way</source>
        <translation>Dieser Computer kann so nicht versiegeln</translation>
    </message>
    <message>
        <source>%1 cannot open what is sealed that way</source>
        <translation>%1 kann so Versiegeltes nicht öffnen</translation>
    </message>
    <message>
        <source>Withstand quantum computers</source>
        <translation>Quantencomputern standhalten</translation>
    </message>
    <message>
        <source>Shares are sealed by ML-KEM-768 and X25519 together, and you sign with ML-DSA-65 beside Ed25519. From then on the film opens, and your account signs at this gateway, on computers with OpenSSL 3.5 alone (Debian 13 and later).</source>
        <translation>Teilschlüssel werden mit ML-KEM-768 und X25519 zusammen versiegelt, und du unterschreibst neben Ed25519 mit ML-DSA-65. Von da an öffnet sich der Film und unterschreibt dein Konto bei diesem Gateway nur auf Computern mit OpenSSL 3.5 (Debian 13 und neuer).</translation>
    </message>
    <message>
        <source>Needs OpenSSL 3.5 (Debian 13 and later); this computer has %1.</source>
        <translation>Braucht OpenSSL 3.5 (Debian 13 und neuer); dieser Computer hat %1.</translation>
    </message>
    <message>
        <source>Sealed</source>
        <translation>Versiegelt</translation>
    </message>
    <message>
        <source>against quantum computers, too; it opens, and you sign at this gateway, with OpenSSL 3.5 alone</source>
        <translation>auch gegen Quantencomputer; er öffnet sich und du unterschreibst bei diesem Gateway nur mit OpenSSL 3.5</translation>
    </message>
    <message>
        <source>Their account</source>
        <translation>Ihr Konto</translation>
    </message>
    <message>
        <source>They find it under Keys &amp; devices and send it to you.</source>
        <translation>Es steht dort unter Schlüssel &amp; Geräte; lass es dir schicken.</translation>
    </message>
    <message>
        <source>Whose?</source>
        <translation>Wessen?</translation>
    </message>
    <message>
        <source>Give your copy away</source>
        <translation>Dein Exemplar weitergeben</translation>
    </message>
    <message>
        <source>%1 will be theirs, and you will not be able to open it any more. What they pay you for it is between you and them.</source>
        <translation>%1 gehört dann ihnen, und du kannst den Film nicht mehr öffnen. Was sie dir dafür zahlen, ist zwischen euch.</translation>
    </message>
    <message>
        <source>Give it away</source>
        <translation>Weitergeben</translation>
    </message>
    <message>
        <source>Give royalties away</source>
        <translation>Anteile weitergeben</translation>
    </message>
    <message>
        <source>You have %1 of the income of %2. What you give away is theirs from now on, and only they can give it back.</source>
        <translation>Du hast %1 der Einnahmen von %2. Was du weitergibst, gehört von da an ihnen, und nur sie können es zurückgeben.</translation>
    </message>
    <message>
        <source>How much of the income</source>
        <translation>Wie viel der Einnahmen</translation>
    </message>
    <message>
        <source>From 0.1 %</source>
        <translation>Ab 0,1 %</translation>
    </message>
    <message>
        <source>At most %1</source>
        <translation>Höchstens %1</translation>
    </message>
    <message>
        <source>Let somebody sell for you</source>
        <translation>Für dich verkaufen lassen</translation>
    </message>
    <message>
        <source>They may answer orders of %1 at your price, up to the number and the day that you say here. You can end it at any time.</source>
        <translation>Sie dürfen Bestellungen von %1 zu deinem Preis beantworten, bis zu der Zahl und dem Tag, die du hier nennst. Du kannst es jederzeit beenden.</translation>
    </message>
    <message>
        <source>Copies in all</source>
        <translation>Exemplare insgesamt</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Let them sell</source>
        <translation>Verkaufen lassen</translation>
    </message>
    <message>
        <source>A whole number</source>
        <translation>Eine ganze Zahl</translation>
    </message>
    <message>
        <source>From 1 to %1</source>
        <translation>Von 1 bis %1</translation>
    </message>
    <message>
        <source>Play, pause</source>
        <translation>Abspielen, anhalten</translation>
    </message>
    <message>
        <source>5 s back</source>
        <translation>5 s zurück</translation>
    </message>
    <message>
        <source>5 s forward</source>
        <translation>5 s vor</translation>
    </message>
    <message>
        <source>10 s back</source>
        <translation>10 s zurück</translation>
    </message>
    <message>
        <source>10 s forward</source>
        <translation>10 s vor</translation>
    </message>
    <message>
        <source>1 s back</source>
        <translation>1 s zurück</translation>
    </message>
    <message>
        <source>1 s forward</source>
        <translation>1 s vor</translation>
    </message>
    <message>
        <source>60 s back</source>
        <translation>60 s zurück</translation>
    </message>
    <message>
        <source>60 s forward</source>
        <translation>60 s vor</translation>
    </message>
    <message>
        <source>One frame back</source>
        <translation>Ein Bild zurück</translation>
    </message>
    <message>
        <source>One frame forward</source>
        <translation>Ein Bild vor</translation>
    </message>
    <message>
        <source>To the start</source>
        <translation>Zum Anfang</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>Zum Ende</translation>
    </message>
    <message>
        <source>Next chapter</source>
        <translation>Nächstes Kapitel</translation>
    </message>
    <message>
        <source>Previous chapter</source>
        <translation>Voriges Kapitel</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>Lauter</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation>Leiser</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Stumm</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>Langsamer</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>Schneller</translation>
    </message>
    <message>
        <source>Slower by a quarter</source>
        <translation>Um ein Viertel langsamer</translation>
    </message>
    <message>
        <source>Faster by a quarter</source>
        <translation>Um ein Viertel schneller</translation>
    </message>
    <message>
        <source>As fast as made</source>
        <translation>Im ursprünglichen Tempo</translation>
    </message>
    <message>
        <source>Repeat from here, to here, not any more</source>
        <translation>Wiederholen ab hier, bis hier, nicht mehr</translation>
    </message>
    <message>
        <source>Next audio track</source>
        <translation>Nächste Tonspur</translation>
    </message>
    <message>
        <source>Subtitles on, off</source>
        <translation>Untertitel ein, aus</translation>
    </message>
    <message>
        <source>Next subtitles</source>
        <translation>Nächste Untertitel</translation>
    </message>
    <message>
        <source>Previous subtitles</source>
        <translation>Vorige Untertitel</translation>
    </message>
    <message>
        <source>Subtitles earlier</source>
        <translation>Untertitel früher</translation>
    </message>
    <message>
        <source>Subtitles later</source>
        <translation>Untertitel später</translation>
    </message>
    <message>
        <source>Subtitles larger</source>
        <translation>Untertitel größer</translation>
    </message>
    <message>
        <source>Subtitles smaller</source>
        <translation>Untertitel kleiner</translation>
    </message>
    <message>
        <source>Subtitles higher</source>
        <translation>Untertitel höher</translation>
    </message>
    <message>
        <source>Subtitles lower</source>
        <translation>Untertitel tiefer</translation>
    </message>
    <message>
        <source>Behind the letters of subtitles</source>
        <translation>Hinter den Buchstaben der Untertitel</translation>
    </message>
    <message>
        <source>Second subtitles at the top</source>
        <translation>Zweite Untertitel oben</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Wortlaut</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Whole picture</source>
        <translation>Ganzes Bild</translation>
    </message>
    <message>
        <source>Rotate right</source>
        <translation>Nach rechts drehen</translation>
    </message>
    <message>
        <source>Rotate left</source>
        <translation>Nach links drehen</translation>
    </message>
    <message>
        <source>Next shape of the picture</source>
        <translation>Nächstes Seitenverhältnis</translation>
    </message>
    <message>
        <source>Brighter</source>
        <translation>Heller</translation>
    </message>
    <message>
        <source>Darker</source>
        <translation>Dunkler</translation>
    </message>
    <message>
        <source>More contrast</source>
        <translation>Mehr Kontrast</translation>
    </message>
    <message>
        <source>Less contrast</source>
        <translation>Weniger Kontrast</translation>
    </message>
    <message>
        <source>More colour</source>
        <translation>Mehr Farbe</translation>
    </message>
    <message>
        <source>Less colour</source>
        <translation>Weniger Farbe</translation>
    </message>
    <message>
        <source>Picture as made</source>
        <translation>Bild im Original</translation>
    </message>
    <message>
        <source>Small window</source>
        <translation>Kleines Fenster</translation>
    </message>
    <message>
        <source>Save the picture as a file</source>
        <translation>Bild als Datei speichern</translation>
    </message>
    <message>
        <source>How this opened</source>
        <translation>So wurde geöffnet</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>Statistik</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Pos1</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>PgUp</source>
        <translation>Bild↑</translation>
    </message>
    <message>
        <source>PgDn</source>
        <translation>Bild↓</translation>
    </message>
    <message>
        <source>Super</source>
        <translation>Super</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Strg</translation>
    </message>
    <message>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Umschalt</translation>
    </message>
    <message>
        <source>Tab and Esc lead through the window and out of it.</source>
        <translation>Tab und Esc führen durch das Fenster und hinaus.</translation>
    </message>
    <message>
        <source>Enter alone presses what has the focus.</source>
        <translation>Die Eingabetaste allein drückt, was den Fokus hat.</translation>
    </message>
    <message>
        <source>%1 belongs to your desktop.</source>
        <translation>%1 gehört Ihrer Arbeitsumgebung.</translation>
    </message>
    <message>
        <source>%1 belongs to the text in fields.</source>
        <translation>%1 gehört zum Text in Feldern.</translation>
    </message>
    <message>
        <source>0 to 9 jump within the film.</source>
        <translation>0 bis 9 springen im Film.</translation>
    </message>
    <message>
        <source>A key alone is for writing and moving: add Ctrl or Alt.</source>
        <translation>Eine Taste allein dient dem Schreiben und Bewegen: Nimm Strg oder Alt dazu.</translation>
    </message>
    <message>
        <source>Change shortcuts</source>
        <translation>Tastenkürzel ändern</translation>
    </message>
    <message>
        <source>Press the keys of a command, then the new ones. They count at once.</source>
        <translation>Klicke auf die Tasten eines Befehls und drücke dann die neuen. Sie gelten sofort.</translation>
    </message>
    <message>
        <source>Find a command or a key</source>
        <translation>Befehl oder Taste suchen</translation>
    </message>
    <message>
        <source>No command is called this or has this key.</source>
        <translation>Kein Befehl heißt so oder hat diese Taste.</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Alle zurücksetzen</translation>
    </message>
    <message>
        <source>All keys are the usual ones</source>
        <translation>Alle Tasten sind die üblichen</translation>
    </message>
    <message>
        <source>All commands have their usual keys again</source>
        <translation>Alle Befehle haben wieder ihre üblichen Tasten</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Change...</source>
        <translation>Ändern...</translation>
    </message>
    <message>
        <source>Player</source>
        <translation>Player</translation>
    </message>
    <message>
        <source>Next film of several</source>
        <translation>Nächster von mehreren Filmen</translation>
    </message>
    <message>
        <source>Previous film of several</source>
        <translation>Voriger von mehreren Filmen</translation>
    </message>
    <message>
        <source>Up next</source>
        <translation>Als Nächstes</translation>
    </message>
    <message>
        <source>Even loudness, as made</source>
        <translation>Gleichmäßige Lautstärke, wie gemacht</translation>
    </message>
    <message>
        <source>A preset needs a name.</source>
        <translation>Eine Vorlage braucht einen Namen.</translation>
    </message>
    <message>
        <source>Name it, then save it.</source>
        <translation>Gib ihr einen Namen und speichere dann.</translation>
    </message>
    <message>
        <source>Another preset has this name.</source>
        <translation>Eine andere Vorlage heißt schon so.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Wähle einen anderen Namen.</translation>
    </message>
    <message>
        <source>There are as many presets as there can be.</source>
        <translation>Es gibt so viele Vorlagen wie möglich.</translation>
    </message>
    <message>
        <source>Delete one, then save this one.</source>
        <translation>Lösche eine und speichere dann diese.</translation>
    </message>
    <message>
        <source>The list of presets cannot be read or moved away.</source>
        <translation>Die Liste der Vorlagen kann weder gelesen noch verschoben werden.</translation>
    </message>
    <message>
        <source>Move it away by hand; until then no preset is kept.</source>
        <translation>Verschiebe sie von Hand; bis dahin wird keine Vorlage gespeichert.</translation>
    </message>
    <message>
        <source>The key does not open this film.</source>
        <translation>Der Schlüssel öffnet diesen Film nicht.</translation>
    </message>
    <message>
        <source>What it gives is no picture and no sound. Look whether it is the key of this very film.</source>
        <translation>Was er ergibt, ist weder Bild noch Ton. Prüfe, ob es der Schlüssel genau dieses Films ist.</translation>
    </message>
    <message>
        <source>This film is protected.</source>
        <translation>Dieser Film ist geschützt.</translation>
    </message>
    <message>
        <source>A part of this film is missing.</source>
        <translation>Ein Teil dieses Films fehlt.</translation>
    </message>
    <message>
        <source>A part of this film is cut off.</source>
        <translation>Ein Teil dieses Films ist abgeschnitten.</translation>
    </message>
    <message>
        <source>This film names files outside of its folder.</source>
        <translation>Dieser Film nennt Dateien außerhalb seines Ordners.</translation>
    </message>
    <message>
        <source>This kind of package cannot be opened.</source>
        <translation>Ein Paket dieser Art lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>This is a live broadcast, not a whole film.</source>
        <translation>Das ist eine Liveübertragung, kein ganzer Film.</translation>
    </message>
    <message>
        <source>This film asks for more than any film needs.</source>
        <translation>Dieser Film verlangt mehr, als irgendein Film braucht.</translation>
    </message>
    <message>
        <source>The description of this film is damaged.</source>
        <translation>Die Beschreibung dieses Films ist beschädigt.</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>%1, cut out of %2</source>
        <translation>%1, aus %2 geschnitten</translation>
    </message>
    <message>
        <source>Watch the preview (%1)</source>
        <translation>Vorschau ansehen (%1)</translation>
    </message>
    <message>
        <source>Free preview</source>
        <translation>Freie Vorschau</translation>
    </message>
    <message>
        <source>%1 from %2, anyone can watch it, not encrypted</source>
        <translation>%1 ab %2, für alle zu sehen, nicht verschlüsselt</translation>
    </message>
    <message>
        <source>%1, anyone can watch it, not encrypted</source>
        <translation>%1, für alle zu sehen, nicht verschlüsselt</translation>
    </message>
    <message>
        <source>Public from now on: title, poster,
your name, preview. The film only for whom you grant.</source>
        <translation>Ab sofort öffentlich: Titel, Poster,
dein Name, Vorschau. Der Film nur für Zugelassene.</translation>
    </message>
    <message>
        <source>The preview was changed on its way.</source>
        <translation>Die Vorschau wurde unterwegs verändert.</translation>
    </message>
    <message>
        <source>It does not match what %1 signed, and nothing of it is shown.</source>
        <translation>Sie stimmt nicht mit dem überein, was %1 signiert hat, und nichts davon wird gezeigt.</translation>
    </message>
    <message>
        <source>Save the picture with its subtitles</source>
        <translation>Das Bild mit seinen Untertiteln speichern</translation>
    </message>
    <message>
        <source>The free preview does not lie inside the film as it is published.</source>
        <translation>Die freie Vorschau liegt nicht im Film, wie er veröffentlicht wird.</translation>
    </message>
    <message>
        <source>Choose 5 to 60 seconds of it.</source>
        <translation>Wähle 5 bis 60 Sekunden daraus.</translation>
    </message>
    <message>
        <source>This film has no free preview.</source>
        <translation>Dieser Film hat keine freie Vorschau.</translation>
    </message>
    <message>
        <source>This gateway cannot check quantum-safe signatures.</source>
        <translation>Dieses Gateway kann quantensichere Signaturen nicht prüfen.</translation>
    </message>
    <message>
        <source>Publish at another gateway or without them, or ask whoever runs it for OpenSSL 3.5.</source>
        <translation>Veröffentliche bei einem anderen Gateway oder ohne sie, oder bitte den Betreiber um OpenSSL 3.5.</translation>
    </message>
    <message>
        <source>A key node has shown no quantum-safe key.</source>
        <translation>Ein Schlüsselknoten hat keinen quantensicheren Schlüssel gezeigt.</translation>
    </message>
    <message>
        <source>Choose the nodes anew, so that each is asked for its keys.</source>
        <translation>Wähle die Knoten neu, damit jeder nach seinen Schlüsseln gefragt wird.</translation>
    </message>
    <message>
        <source>This account signs with a second, quantum-safe key, and this is not signed by it.</source>
        <translation>Dieses Konto unterschreibt mit einem zweiten, quantensicheren Schlüssel, und der fehlt hier.</translation>
    </message>
    <message>
        <source>Do it on a computer with OpenSSL 3.5 or later.</source>
        <translation>Tu es an einem Computer mit OpenSSL 3.5 oder neuer.</translation>
    </message>
    <message>
        <source>This account signs with a second, quantum-safe key, and this computer cannot.</source>
        <translation>Dieses Konto unterschreibt mit einem zweiten, quantensicheren Schlüssel, und dieser Computer kann das nicht.</translation>
    </message>
    <message>
        <source>Use a computer with OpenSSL 3.5 or later for this.</source>
        <translation>Nimm dafür einen Computer mit OpenSSL 3.5 oder neuer.</translation>
    </message>
    <message>
        <source>This film is protected in a way that this Keyreel does not know.</source>
        <translation>Dieser Film ist auf eine Weise geschützt, die dieses Keyreel nicht kennt.</translation>
    </message>
    <message>
        <source>Update Keyreel.</source>
        <translation>Aktualisiere Keyreel.</translation>
    </message>
    <message>
        <source>The film&apos;s maker required quantum-safe protection, and that is for ever.</source>
        <translation>Wer den Film gemacht hat, verlangt quantensicheren Schutz, und das gilt für immer.</translation>
    </message>
    <message>
        <source>This film was published before.</source>
        <translation>Dieser Film wurde schon veröffentlicht.</translation>
    </message>
    <message>
        <source>The sealed record of this computer was changed or damaged.</source>
        <translation>Das versiegelte Protokoll dieses Computers wurde verändert oder beschädigt.</translation>
    </message>
    <message>
        <source>Keep its file as evidence; what stands before the damage still holds.</source>
        <translation>Bewahre seine Datei als Beweis auf; was vor dem Schaden steht, gilt weiter.</translation>
    </message>
    <message>
        <source>This is no complete address of a film.</source>
        <translation>Das ist keine vollständige Adresse eines Films.</translation>
    </message>
    <message>
        <source>Check that it was copied completely.</source>
        <translation>Prüfe, ob sie ganz kopiert wurde.</translation>
    </message>
    <message>
        <source>The chapters cannot be used as they are.</source>
        <translation>Die Kapitel lassen sich so nicht verwenden.</translation>
    </message>
    <message>
        <source>Give each a later time than the one before, and a shorter title.</source>
        <translation>Gib jedem eine spätere Zeit als dem davor und einen kürzeren Titel.</translation>
    </message>
    <message>
        <source>The gateway serves something other than what was published.</source>
        <translation>Das Gateway liefert etwas anderes, als veröffentlicht wurde.</translation>
    </message>
    <message>
        <source>Try again. If it stays, this gateway is not to be trusted.</source>
        <translation>Versuche es erneut. Bleibt es so, ist diesem Gateway nicht zu trauen.</translation>
    </message>
    <message>
        <source>The gateway took the film&apos;s record, but its log does not show it.</source>
        <translation>Das Gateway nahm den Eintrag des Films an, aber sein Protokoll zeigt ihn nicht.</translation>
    </message>
    <message>
        <source>The free preview would be larger than 32 MiB.</source>
        <translation>Die freie Vorschau wäre größer als 32 MiB.</translation>
    </message>
    <message>
        <source>Choose a shorter one.</source>
        <translation>Wähle eine kürzere.</translation>
    </message>
    <message>
        <source>The description is too long.</source>
        <translation>Die Beschreibung ist zu lang.</translation>
    </message>
    <message>
        <source>Shorten it.</source>
        <translation>Kürze ihn.</translation>
    </message>
    <message>
        <source>The film has no title yet.</source>
        <translation>Der Film hat noch keinen Titel.</translation>
    </message>
    <message>
        <source>Give it one; it may be changed later.</source>
        <translation>Gib ihm einen; er lässt sich später ändern.</translation>
    </message>
    <message>
        <source>The title is too long.</source>
        <translation>Der Titel ist zu lang.</translation>
    </message>
    <message>
        <source>The title or the description is not proper text.</source>
        <translation>Titel oder Beschreibung sind kein richtiger Text.</translation>
    </message>
    <message>
        <source>Type it anew.</source>
        <translation>Gib sie neu ein.</translation>
    </message>
    <message>
        <source>A tag cannot be used.</source>
        <translation>Ein Schlagwort lässt sich nicht verwenden.</translation>
    </message>
    <message>
        <source>Use short words.</source>
        <translation>Nimm kurze Wörter.</translation>
    </message>
    <message>
        <source>Something is there already, and nothing is written over.</source>
        <translation>Dort ist schon etwas, und nichts wird überschrieben.</translation>
    </message>
    <message>
        <source>The file is larger than it may be.</source>
        <translation>Die Datei ist größer, als sie sein darf.</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>Wähle eine andere.</translation>
    </message>
    <message>
        <source>The file ends too early.</source>
        <translation>Die Datei endet zu früh.</translation>
    </message>
    <message>
        <source>Copy it again.</source>
        <translation>Kopiere sie noch einmal.</translation>
    </message>
    <message>
        <source>The film ends too early.</source>
        <translation>Der Film endet zu früh.</translation>
    </message>
    <message>
        <source>Copy or download it again.</source>
        <translation>Kopiere ihn oder lade ihn noch einmal herunter.</translation>
    </message>
    <message>
        <source>The film could not be read.</source>
        <translation>Der Film ließ sich nicht lesen.</translation>
    </message>
    <message>
        <source>The sample film could not be made.</source>
        <translation>Der Beispielfilm ließ sich nicht herstellen.</translation>
    </message>
    <message>
        <source>Check that the full FFmpeg libraries of the distribution are installed.</source>
        <translation>Prüfe, ob die vollständigen FFmpeg-Bibliotheken der Distribution installiert sind.</translation>
    </message>
    <message>
        <source>The gateway shows other keys than when it was first met.</source>
        <translation>Das Gateway zeigt andere Schlüssel als beim ersten Mal.</translation>
    </message>
    <message>
        <source>Do not publish there before you have asked who runs it.</source>
        <translation>Veröffentliche dort nichts, bevor du den Betreiber gefragt hast.</translation>
    </message>
    <message>
        <source>The film may be public already, and its gateway does not answer.</source>
        <translation>Der Film ist vielleicht schon öffentlich, und sein Gateway antwortet nicht.</translation>
    </message>
    <message>
        <source>Cancel it again when the gateway answers. Until then it stands still.</source>
        <translation>Brich noch einmal ab, wenn das Gateway antwortet. Bis dahin ruht er.</translation>
    </message>
    <message>
        <source>This account has access already.</source>
        <translation>Dieses Konto hat schon Zugang.</translation>
    </message>
    <message>
        <source>The gateway&apos;s rights log is dated in the future.</source>
        <translation>Das Rechteprotokoll des Gateways trägt ein Datum aus der Zukunft.</translation>
    </message>
    <message>
        <source>Look at this computer&apos;s clock.</source>
        <translation>Sieh nach der Uhr dieses Computers.</translation>
    </message>
    <message>
        <source>There is an identity here already, which is left as it is.</source>
        <translation>Hier gibt es schon eine Identität; sie bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>Open it, or use another profile.</source>
        <translation>Öffne sie, oder nimm ein anderes Profil.</translation>
    </message>
    <message>
        <source>There is no identity here yet.</source>
        <translation>Hier gibt es noch keine Identität.</translation>
    </message>
    <message>
        <source>Create one, or restore one from its recovery phrase.</source>
        <translation>Erzeuge eine, oder stelle eine aus ihren Wörtern wieder her.</translation>
    </message>
    <message>
        <source>This is no picture that Keyreel can read.</source>
        <translation>Das ist kein Bild, das Keyreel lesen kann.</translation>
    </message>
    <message>
        <source>Choose a PNG, JPEG or WebP file.</source>
        <translation>Wähle eine PNG-, JPEG- oder WebP-Datei.</translation>
    </message>
    <message>
        <source>The picture is too large.</source>
        <translation>Das Bild ist zu groß.</translation>
    </message>
    <message>
        <source>Choose a smaller one.</source>
        <translation>Wähle ein kleineres.</translation>
    </message>
    <message>
        <source>This film is being published by another Keyreel on this computer.</source>
        <translation>Dieser Film wird von einem anderen Keyreel auf diesem Computer veröffentlicht.</translation>
    </message>
    <message>
        <source>Wait for it, or close it there.</source>
        <translation>Warte darauf, oder schließe es dort.</translation>
    </message>
    <message>
        <source>What was kept of this publication cannot be read.</source>
        <translation>Was von dieser Veröffentlichung aufbewahrt war, lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>Cancel it and publish the film again.</source>
        <translation>Brich sie ab und veröffentliche den Film erneut.</translation>
    </message>
    <message>
        <source>This publication belongs to another network.</source>
        <translation>Diese Veröffentlichung gehört zu einem anderen Netzwerk.</translation>
    </message>
    <message>
        <source>Switch back to it, or publish the film again.</source>
        <translation>Wechsle dorthin zurück, oder veröffentliche den Film erneut.</translation>
    </message>
    <message>
        <source>The keyring of this system does not do what it was asked.</source>
        <translation>Der Schlüsselbund dieses Systems tut nicht, was er soll.</translation>
    </message>
    <message>
        <source>Unlock it and try again.</source>
        <translation>Entsperre ihn und versuche es erneut.</translation>
    </message>
    <message>
        <source>The film has several keys; another program sealed it.</source>
        <translation>Der Film hat mehrere Schlüssel; ein anderes Programm hat ihn versiegelt.</translation>
    </message>
    <message>
        <source>Export them with that program.</source>
        <translation>Exportiere sie mit jenem Programm.</translation>
    </message>
    <message>
        <source>Seal it anew with that program.</source>
        <translation>Versiegle ihn neu mit jenem Programm.</translation>
    </message>
    <message>
        <source>The film&apos;s key is with the new nodes, but they did not give it back yet.</source>
        <translation>Der Schlüssel des Films ist bei den neuen Knoten, aber sie gaben ihn noch nicht zurück.</translation>
    </message>
    <message>
        <source>Open the film in a minute. If that fails, seal it anew.</source>
        <translation>Öffne den Film in einer Minute. Misslingt das, versiegle ihn neu.</translation>
    </message>
    <message>
        <source>The recovery kit asks for a way to check its password that Keyreel never uses.</source>
        <translation>Das Wiederherstellungskit verlangt eine Prüfung ihres Passworts, die Keyreel nie verwendet.</translation>
    </message>
    <message>
        <source>Use another copy of it, or restore with the 24 words.</source>
        <translation>Nimm eine andere Kopie, oder stelle mit den 24 Wörtern wieder her.</translation>
    </message>
    <message>
        <source>The recovery kit is damaged.</source>
        <translation>Das Wiederherstellungskit ist beschädigt.</translation>
    </message>
    <message>
        <source>The recovery kit was made by a newer version of Keyreel.</source>
        <translation>Das Wiederherstellungskit stammt von einem neueren Keyreel.</translation>
    </message>
    <message>
        <source>The password of a recovery kit needs more characters.</source>
        <translation>Das Passwort eines Wiederherstellungskits braucht mehr Zeichen.</translation>
    </message>
    <message>
        <source>Take four or five words that have nothing to do with each other.</source>
        <translation>Nimm vier oder fünf Wörter, die nichts miteinander zu tun haben.</translation>
    </message>
    <message>
        <source>One of the words is not in the list.</source>
        <translation>Eines der Wörter steht nicht in der Liste.</translation>
    </message>
    <message>
        <source>Check how it is written.</source>
        <translation>Prüfe, wie es geschrieben ist.</translation>
    </message>
    <message>
        <source>Every word is in the list, but at least one is wrong or stands in the wrong place.</source>
        <translation>Jedes Wort steht in der Liste, aber mindestens eines ist falsch oder am falschen Platz.</translation>
    </message>
    <message>
        <source>Compare each word and their order with what you wrote down.</source>
        <translation>Vergleiche jedes Wort und die Reihenfolge mit dem, was du aufgeschrieben hast.</translation>
    </message>
    <message>
        <source>A recovery phrase has 12 or 24 words.</source>
        <translation>Es sind 12 oder 24 Wörter.</translation>
    </message>
    <message>
        <source>Enter all of them.</source>
        <translation>Gib alle ein.</translation>
    </message>
    <message>
        <source>The pictures of the qualities cannot be cut at the same times.</source>
        <translation>Die Bilder der Qualitäten lassen sich nicht an denselben Stellen schneiden.</translation>
    </message>
    <message>
        <source>Publish without keeping the film&apos;s own pictures, or in one quality.</source>
        <translation>Veröffentliche ohne die eigenen Bilder des Films, oder in einer Qualität.</translation>
    </message>
    <message>
        <source>The list of your films cannot be read.</source>
        <translation>Die Liste deiner Filme lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>Move its file away; films come back when their links are opened again.</source>
        <translation>Verschiebe ihre Datei; Filme kommen zurück, wenn ihre Links wieder geöffnet werden.</translation>
    </message>
    <message>
        <source>The rights log is another now than when this computer verified it.</source>
        <translation>Das Rechteprotokoll ist jetzt ein anderes, als dieser Computer es geprüft hat.</translation>
    </message>
    <message>
        <source>Open and publish nothing through this gateway before you have asked who runs it.</source>
        <translation>Öffne und veröffentliche nichts über dieses Gateway, bevor du den Betreiber gefragt hast.</translation>
    </message>
    <message>
        <source>The gateway has shown a key node another rights log than this computer, and signed both.</source>
        <translation>Das Gateway hat einem Schlüsselknoten ein anderes Rechteprotokoll gezeigt als diesem Computer und beide unterschrieben.</translation>
    </message>
    <message>
        <source>Open and publish nothing through this gateway; tell others.</source>
        <translation>Öffne und veröffentliche nichts über dieses Gateway; sag es anderen.</translation>
    </message>
    <message>
        <source>The gateway has signed entries of its rights log that this computer could not get.</source>
        <translation>Das Gateway hat Einträge seines Rechteprotokolls unterschrieben, die dieser Computer nicht bekam.</translation>
    </message>
    <message>
        <source>Try again. If it stays, open and publish nothing through it.</source>
        <translation>Versuche es erneut. Bleibt es so, öffne und veröffentliche dort nichts.</translation>
    </message>
    <message>
        <source>The gateway&apos;s proof that its rights log only grew does not hold.</source>
        <translation>Der Beweis des Gateways, dass sein Rechteprotokoll nur wuchs, stimmt nicht.</translation>
    </message>
    <message>
        <source>The gateway showed no rights log.</source>
        <translation>Das Gateway zeigte kein Rechteprotokoll.</translation>
    </message>
    <message>
        <source>What is known of this film&apos;s parts makes no sense.</source>
        <translation>Was über die Teile dieses Films bekannt ist, ergibt keinen Sinn.</translation>
    </message>
    <message>
        <source>Tell its maker.</source>
        <translation>Sag es denen, die ihn gemacht haben.</translation>
    </message>
    <message>
        <source>What is known of this film&apos;s parts cannot be read.</source>
        <translation>Was über die Teile dieses Films bekannt ist, lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>The gateway sent other details of the film than those in the rights log. Nothing was opened.</source>
        <translation>Das Gateway schickte andere Angaben zum Film als die im Rechteprotokoll. Nichts wurde geöffnet.</translation>
    </message>
    <message>
        <source>Try again; if it stays, tell the maker of the film.</source>
        <translation>Versuche es erneut; bleibt es so, sag es denen, die den Film gemacht haben.</translation>
    </message>
    <message>
        <source>What is known of this film is not signed by its maker.</source>
        <translation>Was über diesen Film bekannt ist, ist nicht von denen unterschrieben, die ihn gemacht haben.</translation>
    </message>
    <message>
        <source>Do not open it. Ask the maker for the link.</source>
        <translation>Öffne ihn nicht. Bitte sie um den Link.</translation>
    </message>
    <message>
        <source>The film changed while it was being read.</source>
        <translation>Der Film änderte sich, während er gelesen wurde.</translation>
    </message>
    <message>
        <source>Wait until it has been copied or downloaded completely, then try again.</source>
        <translation>Warte, bis er ganz kopiert oder heruntergeladen ist, und versuche es erneut.</translation>
    </message>
    <message>
        <source>The film changes its coding in the middle.</source>
        <translation>Der Film wechselt mittendrin seine Kodierung.</translation>
    </message>
    <message>
        <source>Convert it with another program, so that it has one coding throughout.</source>
        <translation>Wandle ihn mit einem anderen Programm um, damit er durchgehend eine hat.</translation>
    </message>
    <message>
        <source>The times of the film jump.</source>
        <translation>Die Zeiten des Films springen.</translation>
    </message>
    <message>
        <source>Convert it with another program.</source>
        <translation>Wandle ihn mit einem anderen Programm um.</translation>
    </message>
    <message>
        <source>Pictures of the film have no time.</source>
        <translation>Bilder des Films haben keine Zeit.</translation>
    </message>
    <message>
        <source>The film does not say how many pictures it shows in a second.</source>
        <translation>Der Film sagt nicht, wie viele Bilder er in der Sekunde zeigt.</translation>
    </message>
    <message>
        <source>This computer cannot encode the film.</source>
        <translation>Dieser Computer kann den Film nicht kodieren.</translation>
    </message>
    <message>
        <source>Install the full FFmpeg libraries of the distribution.</source>
        <translation>Installiere die vollständigen FFmpeg-Bibliotheken der Distribution.</translation>
    </message>
    <message>
        <source>The film cannot be opened.</source>
        <translation>Der Film lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>Nothing of the film is left in this part.</source>
        <translation>In diesem Teil ist vom Film nichts übrig.</translation>
    </message>
    <message>
        <source>Choose another beginning or end.</source>
        <translation>Wähle einen anderen Anfang oder ein anderes Ende.</translation>
    </message>
    <message>
        <source>This place of the film cannot be found.</source>
        <translation>Diese Stelle des Films ist nicht zu finden.</translation>
    </message>
    <message>
        <source>Try another one.</source>
        <translation>Versuche eine andere.</translation>
    </message>
    <message>
        <source>This system has no decoder for the coding of this film.</source>
        <translation>Dieses System hat keinen Dekoder für die Kodierung dieses Films.</translation>
    </message>
    <message>
        <source>The program that reads films is not there, or may not be run.</source>
        <translation>Das Programm, das Filme liest, fehlt oder darf nicht laufen.</translation>
    </message>
    <message>
        <source>Install Keyreel again.</source>
        <translation>Installiere Keyreel noch einmal.</translation>
    </message>
    <message>
        <source>The film cannot be converted.</source>
        <translation>Der Film lässt sich nicht umwandeln.</translation>
    </message>
    <message>
        <source>This file describes no network.</source>
        <translation>Diese Datei beschreibt kein Netzwerk.</translation>
    </message>
    <message>
        <source>Ask whoever runs the network for its file, or type the gateway&apos;s address.</source>
        <translation>Bitte den Betreiber um die Datei, oder gib die Adresse des Gateways ein.</translation>
    </message>
    <message>
        <source>What is kept of the network cannot be read.</source>
        <translation>Was vom Netzwerk aufbewahrt ist, lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>Choose the network again in Settings.</source>
        <translation>Wähle das Netzwerk in den Einstellungen neu.</translation>
    </message>
    <message>
        <source>A key node shows other keys than those that this computer knows it by.</source>
        <translation>Ein Schlüsselknoten zeigt andere Schlüssel, als dieser Computer von ihm kennt.</translation>
    </message>
    <message>
        <source>Seal nothing to it before you have asked who runs it.</source>
        <translation>Versiegle nichts für ihn, bevor du den Betreiber gefragt hast.</translation>
    </message>
    <message>
        <source>This key node was named already.</source>
        <translation>Dieser Schlüsselknoten ist schon genannt.</translation>
    </message>
    <message>
        <source>Name each key node once.</source>
        <translation>Nenne jeden Schlüsselknoten einmal.</translation>
    </message>
    <message>
        <source>A key node follows the rights log of another gateway.</source>
        <translation>Ein Schlüsselknoten folgt dem Rechteprotokoll eines anderen Gateways.</translation>
    </message>
    <message>
        <source>Choose key nodes that follow this gateway.</source>
        <translation>Wähle Schlüsselknoten, die diesem Gateway folgen.</translation>
    </message>
    <message>
        <source>These key nodes cannot hold a film&apos;s key together.</source>
        <translation>Diese Schlüsselknoten können zusammen keinen Schlüssel eines Films halten.</translation>
    </message>
    <message>
        <source>Choose another set of key nodes.</source>
        <translation>Wähle andere Schlüsselknoten.</translation>
    </message>
    <message>
        <source>The film&apos;s key nodes were chosen for another gateway.</source>
        <translation>Die Schlüsselknoten des Films wurden für ein anderes Gateway gewählt.</translation>
    </message>
    <message>
        <source>Choose its key nodes again, or switch back to that gateway.</source>
        <translation>Wähle sie neu, oder wechsle zu jenem Gateway zurück.</translation>
    </message>
    <message>
        <source>The gateway shows no key nodes that could be used.</source>
        <translation>Das Gateway zeigt keine brauchbaren Schlüsselknoten.</translation>
    </message>
    <message>
        <source>Ask whoever runs it, or choose another gateway.</source>
        <translation>Frag den Betreiber, oder wähle ein anderes Gateway.</translation>
    </message>
    <message>
        <source>So many key nodes cannot be asked for.</source>
        <translation>So viele Schlüsselknoten lassen sich nicht verlangen.</translation>
    </message>
    <message>
        <source>Choose no more than there are.</source>
        <translation>Wähle höchstens so viele, wie es gibt.</translation>
    </message>
    <message>
        <source>This film is not sold.</source>
        <translation>Dieser Film wird nicht verkauft.</translation>
    </message>
    <message>
        <source>Ask its maker to let you in.</source>
        <translation>Bitte darum, eingelassen zu werden.</translation>
    </message>
    <message>
        <source>The terms of sale cannot be used as they are.</source>
        <translation>Die Verkaufsbedingungen lassen sich so nicht verwenden.</translation>
    </message>
    <message>
        <source>Look at price, copies and resale.</source>
        <translation>Sieh nach Preis, Exemplaren und Weiterverkauf.</translation>
    </message>
    <message>
        <source>The order is for another film, buyer or price.</source>
        <translation>Die Bestellung gilt für einen anderen Film, Käufer oder Preis.</translation>
    </message>
    <message>
        <source>Ask the buyer for a new one.</source>
        <translation>Bitte um eine neue.</translation>
    </message>
    <message>
        <source>A sale needs the buyer&apos;s signed order.</source>
        <translation>Ein Verkauf braucht die unterschriebene Bestellung.</translation>
    </message>
    <message>
        <source>Ask the buyer for one.</source>
        <translation>Bitte darum.</translation>
    </message>
    <message>
        <source>This order has been answered before.</source>
        <translation>Diese Bestellung wurde schon beantwortet.</translation>
    </message>
    <message>
        <source>All copies of this film are sold.</source>
        <translation>Alle Exemplare dieses Films sind verkauft.</translation>
    </message>
    <message>
        <source>The price is no decimal number.</source>
        <translation>Der Preis ist keine Dezimalzahl.</translation>
    </message>
    <message>
        <source>Write digits with at most one point.</source>
        <translation>Schreib Ziffern mit höchstens einem Punkt.</translation>
    </message>
    <message>
        <source>The log does not know this currency.</source>
        <translation>Das Protokoll kennt diese Währung nicht.</translation>
    </message>
    <message>
        <source>The royalties do not add up.</source>
        <translation>Die Anteile ergeben nicht das Ganze.</translation>
    </message>
    <message>
        <source>Correct the split.</source>
        <translation>Berichtige die Aufteilung.</translation>
    </message>
    <message>
        <source>There is not enough memory.</source>
        <translation>Der Speicher reicht nicht.</translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation>Schließe andere Programme und versuche es erneut.</translation>
    </message>
    <message>
        <source>This is no proof of an opening.</source>
        <translation>Das ist kein Beleg einer Öffnung.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Wähle eine andere Datei.</translation>
    </message>
    <message>
        <source>The proof of this opening does not hold.</source>
        <translation>Der Beleg dieser Öffnung stimmt nicht.</translation>
    </message>
    <message>
        <source>Ask for another copy.</source>
        <translation>Bitte um eine andere Kopie.</translation>
    </message>
    <message>
        <source>The details of the film are no longer beside this proof.</source>
        <translation>Die Angaben zum Film liegen nicht mehr neben diesem Beleg.</translation>
    </message>
    <message>
        <source>Open the film again to get a new one.</source>
        <translation>Öffne den Film noch einmal, um einen neuen zu bekommen.</translation>
    </message>
    <message>
        <source>The proof of this opening is larger than one can be.</source>
        <translation>Der Beleg dieser Öffnung ist größer, als einer sein kann.</translation>
    </message>
    <message>
        <source>Somebody changed the details of this film meanwhile.</source>
        <translation>Die Angaben zu diesem Film wurden inzwischen geändert.</translation>
    </message>
    <message>
        <source>Look at it again, then change it.</source>
        <translation>Sieh sie dir neu an, dann ändere sie.</translation>
    </message>
    <message>
        <source>This was revoked already.</source>
        <translation>Das ist schon widerrufen.</translation>
    </message>
    <message>
        <source>The revocation has not reached all key nodes.</source>
        <translation>Der Widerruf hat nicht alle Schlüsselknoten erreicht.</translation>
    </message>
    <message>
        <source>It is sent again until all know it.</source>
        <translation>Er wird gesendet, bis alle ihn kennen.</translation>
    </message>
    <message>
        <source>The revocation has reached nobody.</source>
        <translation>Der Widerruf hat niemanden erreicht.</translation>
    </message>
    <message>
        <source>The shares are right, but together they are not the key that the maker committed to.</source>
        <translation>Die Anteile stimmen, aber zusammen sind sie nicht der zugesagte Schlüssel.</translation>
    </message>
    <message>
        <source>Ask the maker to publish the film again.</source>
        <translation>Bitte darum, den Film neu zu veröffentlichen.</translation>
    </message>
    <message>
        <source>A program that belongs to Keyreel is not there, or may not be run.</source>
        <translation>Ein Programm, das zu Keyreel gehört, fehlt oder darf nicht laufen.</translation>
    </message>
    <message>
        <source>A program that belongs to Keyreel did not become ready in time.</source>
        <translation>Ein Programm, das zu Keyreel gehört, wurde nicht rechtzeitig bereit.</translation>
    </message>
    <message>
        <source>The part that reads films cannot be shut in on this system, so it does not run.</source>
        <translation>Der Teil, der Filme liest, lässt sich auf diesem System nicht abschotten, darum läuft er nicht.</translation>
    </message>
    <message>
        <source>Ask whoever looks after this computer for seccomp.</source>
        <translation>Frag, wer diesen Computer betreut, nach seccomp.</translation>
    </message>
    <message>
        <source>This is in force already.</source>
        <translation>Das gilt schon.</translation>
    </message>
    <message>
        <source>These subtitles cannot be read.</source>
        <translation>Diese Untertitel lassen sich nicht lesen.</translation>
    </message>
    <message>
        <source>Open them in the program that made them, and save them again.</source>
        <translation>Öffne sie im Programm, das sie gemacht hat, und speichere sie neu.</translation>
    </message>
    <message>
        <source>This is neither WebVTT nor SubRip nor ASS nor TTML.</source>
        <translation>Das ist weder WebVTT noch SubRip noch ASS noch TTML.</translation>
    </message>
    <message>
        <source>Convert the subtitles into one of these.</source>
        <translation>Wandle die Untertitel in eines davon um.</translation>
    </message>
    <message>
        <source>These subtitles are larger than they may be.</source>
        <translation>Diese Untertitel sind größer, als sie sein dürfen.</translation>
    </message>
    <message>
        <source>Split or shorten them.</source>
        <translation>Teile oder kürze sie.</translation>
    </message>
    <message>
        <source>Something else is working on this upload.</source>
        <translation>Etwas anderes arbeitet an diesem Hochladen.</translation>
    </message>
    <message>
        <source>The gateway has forgotten this upload.</source>
        <translation>Das Gateway hat dieses Hochladen vergessen.</translation>
    </message>
    <message>
        <source>Try again; it begins anew.</source>
        <translation>Versuche es erneut; es beginnt von vorn.</translation>
    </message>
    <message>
        <source>Too many uploads are unfinished at the gateway.</source>
        <translation>Beim Gateway sind zu viele Uploads unfertig.</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>Versuche es später erneut.</translation>
    </message>
    <message>
        <source>Another program is changing your keys.</source>
        <translation>Ein anderes Programm ändert gerade deine Schlüssel.</translation>
    </message>
    <message>
        <source>Wait until it is done, then try again.</source>
        <translation>Warte, bis es fertig ist, und versuche es erneut.</translation>
    </message>
    <message>
        <source>Another program gave your keys a new vault key.</source>
        <translation>Ein anderes Programm hat deinem Tresor einen neuen Schlüssel gegeben.</translation>
    </message>
    <message>
        <source>Lock Keyreel and unlock it.</source>
        <translation>Sperre Keyreel und entsperre es.</translation>
    </message>
    <message>
        <source>The vault with your keys is damaged.</source>
        <translation>Der Tresor mit deinen Schlüsseln ist beschädigt.</translation>
    </message>
    <message>
        <source>Restore the identity from its recovery phrase.</source>
        <translation>Stelle die Identität aus ihren Wörtern wieder her.</translation>
    </message>
    <message>
        <source>The vault is full.</source>
        <translation>Der Tresor ist voll.</translation>
    </message>
    <message>
        <source>Remove something from it first.</source>
        <translation>Nimm zuerst etwas heraus.</translation>
    </message>
    <message>
        <source>The vault was written by a newer version of Keyreel.</source>
        <translation>Der Tresor stammt von einem neueren Keyreel.</translation>
    </message>
    <message>
        <source>The keys in the keyring are not those of this vault.</source>
        <translation>Die Schlüssel im Schlüsselbund gehören nicht zu diesem Tresor.</translation>
    </message>
    <message>
        <source>1 film</source>
        <translation>1 Film</translation>
    </message>
    <message>
        <source>%1 films</source>
        <translation>%1 Filme</translation>
    </message>
    <message>
        <source>Kept for watching offline</source>
        <translation>Zum Offline-Ansehen aufbewahrt</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Kept for watching offline: %1</source>
        <translation>Zum Offline-Ansehen aufbewahrt: %1</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::ActivityModel</name>
    <message>
        <source>%1, %2, record %3</source>
        <translation>%1, %2, Eintrag %3</translation>
    </message>
    <message>
        <source>No. %1</source>
        <translation>Nr. %1</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::ActivityPage</name>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Everything this computer did with your keys</source>
        <translation>Alles, was dieser Computer mit deinen Schlüsseln getan hat</translation>
    </message>
    <message>
        <source>Check a proof...</source>
        <translation>Nachweis prüfen...</translation>
    </message>
    <message>
        <source>A file that says how a film was opened, here or elsewhere</source>
        <translation>Eine Datei, die sagt, wie ein Film geöffnet wurde, hier oder anderswo</translation>
    </message>
    <message>
        <source>Reading the record</source>
        <translation>Liest die Einträge</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Which records</source>
        <translation>Welche Einträge</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Geöffnet</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Veröffentlicht</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Zugriff</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Find a record</source>
        <translation>Eintrag suchen</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>Noch nicht geprüft</translation>
    </message>
    <message>
        <source>Each record carries the seal of the one before it.</source>
        <translation>Jeder Eintrag trägt das Siegel des vorigen.</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Nothing has happened yet</source>
        <translation>Noch ist nichts geschehen</translation>
    </message>
    <message>
        <source>Publishing, opening and letting people in each leave a sealed record here.</source>
        <translation>Veröffentlichen, Öffnen und Zulassen hinterlassen hier je einen versiegelten Eintrag.</translation>
    </message>
    <message>
        <source>No. %1</source>
        <translation>Nr. %1</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Follows</source>
        <translation>Folgt auf</translation>
    </message>
    <message>
        <source>Own seal</source>
        <translation>Eigenes Siegel</translation>
    </message>
    <message>
        <source>Verify again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>The record is broken</source>
        <translation>Das Protokoll ist beschädigt</translation>
    </message>
    <message>
        <source>Nothing was changed</source>
        <translation>Nichts wurde verändert</translation>
    </message>
    <message>
        <source>The one record is signed by this computer</source>
        <translation>Der eine Eintrag ist von diesem Computer signiert</translation>
    </message>
    <message>
        <source>All %1 records follow from each other</source>
        <translation>Alle %1 Einträge schließen aneinander an</translation>
    </message>
    <message>
        <source>First record</source>
        <translation>Erster Eintrag</translation>
    </message>
    <message>
        <source>Newest record</source>
        <translation>Neuester Eintrag</translation>
    </message>
    <message>
        <source>Newest seal</source>
        <translation>Neuestes Siegel</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::AppWindow</name>
    <message>
        <source>Your 24 words are under Keys &amp; devices</source>
        <translation>Deine 24 Wörter sind unter Schlüssel &amp; Geräte</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Neuer Film</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Veröffentlichen</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Keys &amp; devices</source>
        <translation>Schlüssel &amp; Geräte</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>Film</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Ausgeschlossen</translation>
    </message>
    <message>
        <source>Open a film link</source>
        <translation>Filmlink öffnen</translation>
    </message>
    <message>
        <source>Player</source>
        <translation>Player</translation>
    </message>
    <message>
        <source>%1 is published</source>
        <translation>%1 ist veröffentlicht</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Create your identity first</source>
        <translation>Lege zuerst deine Identität an</translation>
    </message>
    <message>
        <source>Let go to show these subtitles</source>
        <translation>Loslassen, um diese Untertitel zu zeigen</translation>
    </message>
    <message>
        <source>Let go to play this file</source>
        <translation>Loslassen, um diese Datei abzuspielen</translation>
    </message>
    <message>
        <source>Let go to start %1 films</source>
        <translation>Loslassen, um %1 Filme zu beginnen</translation>
    </message>
    <message>
        <source>One draft each</source>
        <translation>Je ein Entwurf</translation>
    </message>
    <message>
        <source>Let go to start the films in %1</source>
        <translation>Loslassen, um die Filme in %1 zu beginnen</translation>
    </message>
    <message>
        <source>Let go to start a new film</source>
        <translation>Loslassen, um einen neuen Film zu beginnen</translation>
    </message>
    <message>
        <source>Create and Publish</source>
        <translation>Neuer Film und Veröffentlichen</translation>
    </message>
    <message>
        <source>Start the films that were copied, or open a copied link</source>
        <translation>Kopierte Filme beginnen oder einen kopierten Link öffnen</translation>
    </message>
    <message>
        <source>Pause or resume a job</source>
        <translation>Auftrag anhalten oder fortsetzen</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>A waiting job sooner, later</source>
        <translation>Wartender Auftrag früher, später</translation>
    </message>
    <message>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>A waiting job first, last</source>
        <translation>Wartender Auftrag zuerst, zuletzt</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Pos1</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Cancel a job</source>
        <translation>Auftrag abbrechen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Retry a job</source>
        <translation>Auftrag wiederholen</translation>
    </message>
    <message>
        <source>Copy the link of a film</source>
        <translation>Link eines Films kopieren</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>Jetzt sperren</translation>
    </message>
    <message>
        <source>Jump to 0 … 90 %</source>
        <translation>Springen zu 0 … 90 %</translation>
    </message>
    <message>
        <source>Untitled film</source>
        <translation>Film ohne Titel</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Pause all jobs</source>
        <translation>Alle Aufträge anhalten</translation>
    </message>
    <message>
        <source>Resume all jobs</source>
        <translation>Alle Aufträge fortsetzen</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Copy the link of this film</source>
        <translation>Link dieses Films kopieren</translation>
    </message>
    <message>
        <source>Proof written: %1</source>
        <translation>Nachweis geschrieben: %1</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>The proof was not written</source>
        <translation>Der Nachweis wurde nicht geschrieben</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Export the proof of this opening</source>
        <translation>Nachweis dieser Öffnung exportieren</translation>
    </message>
    <message>
        <source>Proofs of release (*.proof)</source>
        <translation>Freigabenachweise (*.proof)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open a proof</source>
        <translation>Nachweis öffnen</translation>
    </message>
    <message>
        <source>Keyreel cannot read this computer&apos;s key, so protected films will not open and nothing can be published. Your system asks for the keyring&apos;s password; Keyreel never sees it.</source>
        <translation>Keyreel kann den Schlüssel dieses Computers nicht lesen; geschützte Filme öffnen sich daher nicht, und nichts kann veröffentlicht werden. Dein System fragt nach dem Passwort des Schlüsselbunds; Keyreel sieht es nie.</translation>
    </message>
    <message>
        <source>Works now</source>
        <translation>Geht jetzt</translation>
    </message>
    <message>
        <source>Your library, drafts, settings</source>
        <translation>Deine Bibliothek, Entwürfe, Einstellungen</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Opening protected films, publishing, granting</source>
        <translation>Geschützte Filme öffnen, veröffentlichen, zulassen</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>It did not unlock. Try again.</source>
        <translation>Das Entsperren ist nicht gelungen. Versuche es erneut.</translation>
    </message>
    <message>
        <source>This computer was taken back</source>
        <translation>Dieser Computer wurde ausgeladen</translation>
    </message>
    <message>
        <source>%1 had let it play what they may, and has revoked that. Their films do not open here any more; everything of your own does.</source>
        <translation>%1 hatte ihn die eigenen Filme mitsehen lassen und hat das widerrufen. Diese Filme öffnen sich hier nicht mehr; alles Eigene schon.</translation>
    </message>
    <message>
        <source>Join again with a code</source>
        <translation>Mit Code erneut beitreten</translation>
    </message>
    <message>
        <source>A film is on its way</source>
        <translation>Ein Film ist unterwegs</translation>
    </message>
    <message>
        <source>What is uploaded is kept, and goes on at the next start. A film that is being encrypted begins that stage anew.</source>
        <translation>Was hochgeladen ist, bleibt, und beim nächsten Start geht es weiter. Ein Film, der gerade verschlüsselt wird, beginnt diese Stufe neu.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Papierkorb</translation>
    </message>
    <message>
        <source>%1 is in the trash, and stays published</source>
        <translation>%1 ist im Papierkorb und bleibt veröffentlicht</translation>
    </message>
    <message>
        <source>%1 is in the trash</source>
        <translation>%1 ist im Papierkorb</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Order written: %1</source>
        <translation>Bestellung geschrieben: %1</translation>
    </message>
    <message>
        <source>%1 may open it now</source>
        <translation>%1 darf ihn jetzt öffnen</translation>
    </message>
    <message>
        <source>The order was not written</source>
        <translation>Die Bestellung wurde nicht geschrieben</translation>
    </message>
    <message>
        <source>Nobody was let in by this order</source>
        <translation>Mit dieser Bestellung wurde niemand eingelassen</translation>
    </message>
    <message>
        <source>Where the signed order goes</source>
        <translation>Wohin mit der unterschriebenen Bestellung</translation>
    </message>
    <message>
        <source>Orders (*.%1)</source>
        <translation>Bestellungen (*.%1)</translation>
    </message>
    <message>
        <source>Choose the buyer&apos;s order</source>
        <translation>Bestellung des Käufers wählen</translation>
    </message>
    <message>
        <source>%1 films are in the trash; what you published stays so</source>
        <translation>%1 Filme sind im Papierkorb; Veröffentlichtes bleibt veröffentlicht</translation>
    </message>
    <message>
        <source>Link copied</source>
        <translation>Link kopiert</translation>
    </message>
    <message>
        <source>%1 links copied</source>
        <translation>%1 Links kopiert</translation>
    </message>
    <message>
        <source>Media keys</source>
        <translation>Medientasten</translation>
    </message>
    <message>
        <source>Let go to play %1 films</source>
        <translation>Loslassen, um %1 Filme abzuspielen</translation>
    </message>
    <message>
        <source>One after the other</source>
        <translation>Nacheinander</translation>
    </message>
    <message>
        <source>Let go to play the films in %1</source>
        <translation>Loslassen, um die Filme in %1 abzuspielen</translation>
    </message>
    <message>
        <source>Play, pause, stop, next, previous from anywhere</source>
        <translation>Abspielen, Pause, Stopp, weiter, zurück von überall</translation>
    </message>
    <message>
        <source>Let go to play this film</source>
        <translation>Loslassen, um diesen Film abzuspielen</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::AssetPage</name>
    <message>
        <source>Film</source>
        <translation>Film</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Waiting for the gateway</source>
        <translation>Wartet auf das Gateway</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Written into the rights log</source>
        <translation>Ins Rechteprotokoll eingetragen</translation>
    </message>
    <message>
        <source>Share link</source>
        <translation>Link zum Teilen</translation>
    </message>
    <message>
        <source>People who may watch</source>
        <translation>Wer zusehen darf</translation>
    </message>
    <message>
        <source>Let someone in</source>
        <translation>Jemanden zulassen</translation>
    </message>
    <message>
        <source>Grant</source>
        <translation>Zulassen</translation>
    </message>
    <message>
        <source>Integrity</source>
        <translation>Unversehrtheit</translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>Manifest</translation>
    </message>
    <message>
        <source>Waits until the network is up</source>
        <translation>Wartet, bis das Netz da ist</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>No description.</source>
        <translation>Keine Beschreibung.</translation>
    </message>
    <message>
        <source>%1 · published %2</source>
        <translation>%1 · veröffentlicht %2</translation>
    </message>
    <message>
        <source>Granted</source>
        <translation>Zugelassen</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Frei</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Zugriff</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>signed by %1, checked</source>
        <translation>signiert von %1, geprüft</translation>
    </message>
    <message>
        <source>Parts with a signed digest</source>
        <translation>Teile mit signierter Prüfsumme</translation>
    </message>
    <message>
        <source>Rights log, this copy</source>
        <translation>Rechteprotokoll, diese Kopie</translation>
    </message>
    <message>
        <source>%1 records</source>
        <translation>%1 Einträge</translation>
    </message>
    <message>
        <source>Film ID</source>
        <translation>Film-ID</translation>
    </message>
    <message>
        <source>Address (CID)</source>
        <translation>Adresse (CID)</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Signiert von</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>Schutz</translation>
    </message>
    <message>
        <source>cenc, AES-128-CTR</source>
        <translation>cenc, AES-128-CTR</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>Formate</translation>
    </message>
    <message>
        <source>CMAF, DASH, HLS</source>
        <translation>CMAF, DASH, HLS</translation>
    </message>
    <message>
        <source>Anyone with the link may watch this film; nobody needs to be let in.</source>
        <translation>Alle mit dem Link dürfen diesen Film ansehen; niemand muss zugelassen werden.</translation>
    </message>
    <message>
        <source>You, and nobody else yet. Whoever wants to watch copies their account under Keys &amp; devices and sends it to you.</source>
        <translation>Du und sonst noch niemand. Wer zusehen will, kopiert das eigene Konto unter Schlüssel &amp; Geräte und schickt es dir.</translation>
    </message>
    <message>
        <source>You and one person.</source>
        <translation>Du und eine weitere Person.</translation>
    </message>
    <message>
        <source>You and %1 people.</source>
        <translation>Du und %1 weitere Personen.</translation>
    </message>
    <message>
        <source>Revoke...</source>
        <translation>Entziehen...</translation>
    </message>
    <message>
        <source>Take access back</source>
        <translation>Zugriff entziehen</translation>
    </message>
    <message>
        <source>%1 will not be able to open %2 from now on. What has been watched cannot be unwatched.</source>
        <translation>%1 kann „%2“ ab sofort nicht mehr öffnen. Was gesehen wurde, bleibt gesehen.</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Entziehen</translation>
    </message>
    <message>
        <source>Keep access</source>
        <translation>Zugriff behalten</translation>
    </message>
    <message>
        <source>Link copied</source>
        <translation>Link kopiert</translation>
    </message>
    <message>
        <source>Answer an order...</source>
        <translation>Bestellung beantworten...</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>You, and nobody else yet. Whoever wants to buy it signs an order where the link leads, and sends you the file.</source>
        <translation>Du und noch niemand sonst. Wer ihn kaufen will, unterschreibt eine Bestellung, wohin der Link führt, und schickt dir die Datei.</translation>
    </message>
    <message>
        <source>Unpublish...</source>
        <translation>Zurückziehen...</translation>
    </message>
    <message>
        <source>It is out of the catalogue</source>
        <translation>Er ist nicht mehr im Verzeichnis</translation>
    </message>
    <message>
        <source>QR code</source>
        <translation>QR-Code</translation>
    </message>
    <message>
        <source>Paste their account, or several: did:key:z6Mk...</source>
        <translation>Konto einfügen, oder mehrere: did:key:z6Mk...</translation>
    </message>
    <message>
        <source>%1 · published %2, not any more</source>
        <translation>%1 · veröffentlicht am %2, nicht mehr</translation>
    </message>
    <message>
        <source>Unpublish %1</source>
        <translation>%1 zurückziehen</translation>
    </message>
    <message>
        <source>Unpublish</source>
        <translation>Zurückziehen</translation>
    </message>
    <message>
        <source>Keep it published</source>
        <translation>Veröffentlicht lassen</translation>
    </message>
    <message>
        <source>Its link shows nothing to anybody new from then on, for good. Its record stays in the rights log, and whoever you let in keeps that access until you revoke it.</source>
        <translation>Sein Link zeigt dann niemand Neuem mehr etwas, endgültig. Sein Eintrag bleibt im Rechteprotokoll, und wen du eingelassen hast, der behält den Zugang, bis du ihn zurücknimmst.</translation>
    </message>
    <message>
        <source>Edit details...</source>
        <translation>Bearbeiten ...</translation>
    </message>
    <message>
        <source>The keys are in %1</source>
        <translation>Die Schlüssel sind in %1</translation>
    </message>
    <message>
        <source>Export keys...</source>
        <translation>Schlüssel exportieren ...</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::ChaptersCard</name>
    <message>
        <source>Time and title, a line each</source>
        <translation>Zeit und Titel, je eine Zeile</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>Kapitel</translation>
    </message>
    <message>
        <source>0:00 Opening
4:30 The harbour</source>
        <translation>0:00 Anfang
4:30 Der Hafen</translation>
    </message>
    <message>
        <source>Titles are public, as the film&apos;s title is.</source>
        <translation>Die Titel sind öffentlich wie der Titel des Films.</translation>
    </message>
    <message>
        <source>Take those of the file (%1)</source>
        <translation>Die der Datei nehmen (%1)</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::CommandPalette</name>
    <message>
        <source>Find a page, a film or an act</source>
        <translation>Seite, Film oder Aktion suchen</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>Alles durchsuchen</translation>
    </message>
    <message>
        <source>What matches</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Nothing called &apos;%1&apos;</source>
        <translation>Nichts heißt „%1“</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::ContinueCard</name>
    <message>
        <source>%1, %2 percent watched</source>
        <translation>%1, %2 Prozent gesehen</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::CopyField</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>%1, copy</source>
        <translation>%1, kopieren</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>%1 kopieren</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::CoverDelegate</name>
    <message>
        <source>Cover missing</source>
        <translation>Titelbild fehlt</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::CoverGrid</name>
    <message>
        <source>Titles</source>
        <translation>Titel</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::CreatePage</name>
    <message>
        <source>Videos (%1)</source>
        <translation>Videos (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Choose videos</source>
        <translation>Videos auswählen</translation>
    </message>
    <message>
        <source>Choose the video of this draft</source>
        <translation>Video dieses Entwurfs auswählen</translation>
    </message>
    <message>
        <source>20-second sample</source>
        <translation>20-Sekunden-Beispiel</translation>
    </message>
    <message>
        <source>Drawing it here, once</source>
        <translation>Wird hier einmal gezeichnet</translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation>%1 Dateien</translation>
    </message>
    <message>
        <source>%1 read</source>
        <translation>%1 gelesen</translation>
    </message>
    <message>
        <source>Reading tracks</source>
        <translation>Liest die Spuren</translation>
    </message>
    <message>
        <source>%1 was not published. %2</source>
        <translation>%1 wurde nicht veröffentlicht. %2</translation>
    </message>
    <message>
        <source>%1 is a draft again</source>
        <translation>%1 ist wieder ein Entwurf</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>%1 came into %2 and is a draft</source>
        <translation>%1 kam in %2 an und ist ein Entwurf</translation>
    </message>
    <message>
        <source>%1 videos came into %2 and are drafts</source>
        <translation>%1 Videos kamen in %2 an und sind Entwürfe</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>What you publish alike, under a name: everything that is not about one film.</source>
        <translation>Was du gleich veröffentlichst, unter einem Namen: alles, was nicht nur einen Film betrifft.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>%1 is applied</source>
        <translation>%1 ist angewendet</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>%1 is deleted</source>
        <translation>%1 ist gelöscht</translation>
    </message>
    <message>
        <source>The presets could not be read. The file lies beside as %1.</source>
        <translation>Die Vorlagen waren nicht lesbar. Die Datei liegt daneben als %1.</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::CreateStart</name>
    <message>
        <source>Create</source>
        <translation>Neuer Film</translation>
    </message>
    <message>
        <source>Nothing leaves this computer until you publish</source>
        <translation>Nichts verlässt diesen Computer, bevor du veröffentlichst</translation>
    </message>
    <message>
        <source>MP4, MOV, MKV and WebM · H.264, HEVC, AV1, VP9 as they are · any length to 24 hours</source>
        <translation>MP4, MOV, MKV und WebM · H.264, HEVC, AV1, VP9 unverändert · bis zu 24 Stunden lang</translation>
    </message>
    <message>
        <source>Drop videos</source>
        <translation>Videos ablegen</translation>
    </message>
    <message>
        <source>Tracks, length and a poster frame are found for you</source>
        <translation>Spuren, Länge und ein Posterbild werden für dich gefunden</translation>
    </message>
    <message>
        <source>Choose who can watch</source>
        <translation>Wählen, wer zusehen darf</translation>
    </message>
    <message>
        <source>Anyone with the link, or only people you grant</source>
        <translation>Alle mit dem Link oder nur Personen, die du zulässt</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Veröffentlichen</translation>
    </message>
    <message>
        <source>Encrypt, split the keys, upload, and get a link</source>
        <translation>Verschlüsseln, Schlüssel teilen, hochladen und einen Link erhalten</translation>
    </message>
    <message>
        <source>See why</source>
        <translation>Grund ansehen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>What was left out</source>
        <translation>Was ausgelassen wurde</translation>
    </message>
    <message>
        <source>The files are where they were; nothing of them was changed.</source>
        <translation>Die Dateien sind, wo sie waren; an ihnen wurde nichts verändert.</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::CropView</name>
    <message>
        <source>The whole picture</source>
        <translation>Das ganze Bild</translation>
    </message>
    <message>
        <source>Kept part: %1 % of the picture&apos;s width, its middle at %2 % and %3 %</source>
        <translation>Behaltener Teil: %1 % der Bildbreite, seine Mitte bei %2 % und %3 %</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::DayChart</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::DevicesCard</name>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Reading the list</source>
        <translation>Liest die Liste</translation>
    </message>
    <message>
        <source>Join with a code...</source>
        <translation>Mit Code beitreten...</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>%1 active</source>
        <translation>%1 aktiv</translation>
    </message>
    <message>
        <source>%1 active, %2 ended</source>
        <translation>%1 aktiv, %2 beendet</translation>
    </message>
    <message>
        <source>Reading the list from the rights log.</source>
        <translation>Liest die Liste aus dem Rechteprotokoll.</translation>
    </message>
    <message>
        <source>The rights log names this computer as soon as it publishes or opens something.</source>
        <translation>Das Rechteprotokoll nennt diesen Computer, sobald er etwas veröffentlicht oder öffnet.</translation>
    </message>
    <message>
        <source>Added %1</source>
        <translation>Hinzugefügt %1</translation>
    </message>
    <message>
        <source>publishes and plays</source>
        <translation>veröffentlicht und spielt ab</translation>
    </message>
    <message>
        <source>plays only</source>
        <translation>spielt nur ab</translation>
    </message>
    <message>
        <source>last opened a film %1</source>
        <translation>hat zuletzt einen Film geöffnet: %1</translation>
    </message>
    <message>
        <source>opened no film yet</source>
        <translation>hat noch keinen Film geöffnet</translation>
    </message>
    <message>
        <source>ended %1</source>
        <translation>beendet %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>Change...</source>
        <translation>Ändern...</translation>
    </message>
    <message>
        <source>Revoke...</source>
        <translation>Ausschließen...</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>as their device &apos;%1&apos;</source>
        <translation>als deren Gerät „%1“</translation>
    </message>
    <message>
        <source>they took it back</source>
        <translation>wurde zurückgenommen</translation>
    </message>
    <message>
        <source>Join again...</source>
        <translation>Erneut beitreten...</translation>
    </message>
    <message>
        <source>Plays what %1 may</source>
        <translation>Spielt, was %1 darf</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::DraftCard</name>
    <message>
        <source>Untitled film</source>
        <translation>Film ohne Titel</translation>
    </message>
    <message>
        <source>Ready to publish</source>
        <translation>Bereit zum Veröffentlichen</translation>
    </message>
    <message>
        <source>Draft %1</source>
        <translation>Entwurf %1</translation>
    </message>
    <message>
        <source>%1, %2 of %3</source>
        <translation>%1, %2 von %3</translation>
    </message>
    <message>
        <source>%1, edited %2</source>
        <translation>%1, bearbeitet %2</translation>
    </message>
    <message>
        <source>Move the draft %1 to the trash</source>
        <translation>Entwurf %1 in den Papierkorb legen</translation>
    </message>
    <message>
        <source>Move this draft to the trash (Delete)</source>
        <translation>Diesen Entwurf in den Papierkorb legen (Entf)</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::DraftDetails</name>
    <message>
        <source>Untitled film</source>
        <translation>Film ohne Titel</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Name your film</source>
        <translation>Gib deinem Film einen Namen</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>What people read before they watch</source>
        <translation>Was man vor dem Ansehen liest</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>Schutz</translation>
    </message>
    <message>
        <source>AES-128, cenc</source>
        <translation>AES-128, cenc</translation>
    </message>
    <message>
        <source>One share alone opens nothing.</source>
        <translation>Ein Teilschlüssel allein öffnet nichts.</translation>
    </message>
    <message>
        <source>Draft · saved %1</source>
        <translation>Entwurf · gespeichert %1</translation>
    </message>
    <message>
        <source>The key nodes are shown as soon as the network is up.</source>
        <translation>Die Schlüsselknoten erscheinen, sobald das Netz da ist.</translation>
    </message>
    <message>
        <source>does not answer</source>
        <translation>antwortet nicht</translation>
    </message>
    <message>
        <source>Who holds the keys: &lt;b&gt;any %1 of %2 nodes&lt;/b&gt; open it.</source>
        <translation>Wer die Schlüssel hält: &lt;b&gt;%1 beliebige von %2 Knoten&lt;/b&gt; öffnen ihn.</translation>
    </message>
    <message>
        <source>These nodes run on this computer, to try things with; for films of the world, three operators should run them.</source>
        <translation>Diese Knoten laufen auf diesem Computer, zum Ausprobieren; für Filme in der Welt sollten drei Betreiber sie betreiben.</translation>
    </message>
    <message>
        <source>Change nodes...</source>
        <translation>Knoten ändern...</translation>
    </message>
    <message>
        <source>The first %1 are drawn.</source>
        <translation>Die ersten %1 sind gezeichnet.</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>In den Papierkorb</translation>
    </message>
    <message>
        <source>Their shares withstand quantum computers, too.</source>
        <translation>Ihre Teilschlüssel halten auch Quantencomputern stand.</translation>
    </message>
    <message>
        <source>Create and Publish</source>
        <translation>Neuer Film und Veröffentlichen</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Veröffentlichen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Presets...</source>
        <translation>Vorlagen...</translation>
    </message>
    <message>
        <source>What you publish alike: save it under a name, apply it to this draft</source>
        <translation>Was du gleich veröffentlichst: unter einem Namen speichern, auf diesen Entwurf anwenden</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::DropZone</name>
    <message>
        <source>MP4, MOV, MKV and WebM · H.264, HEVC, AV1, VP9 · any length</source>
        <translation>MP4, MOV, MKV und WebM · H.264, HEVC, AV1, VP9 · beliebig lang</translation>
    </message>
    <message>
        <source>Choose files...</source>
        <translation>Dateien auswählen...</translation>
    </message>
    <message>
        <source>Use the 20-second sample</source>
        <translation>20-Sekunden-Beispiel nehmen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Drop a video, or press Enter to choose a file</source>
        <translation>Lege ein Video ab oder drücke die Eingabetaste, um eine Datei auszuwählen</translation>
    </message>
    <message>
        <source>A draft for every film in it</source>
        <translation>Ein Entwurf für jeden Film darin</translation>
    </message>
    <message>
        <source>Drop a video here</source>
        <translation>Video hier ablegen</translation>
    </message>
    <message>
        <source>or anywhere in this window. Keyreel reads it where it is and makes no copy.</source>
        <translation>oder irgendwo in diesem Fenster. Keyreel liest es, wo es ist, und legt keine Kopie an.</translation>
    </message>
    <message>
        <source>Let go to start a new film</source>
        <translation>Loslassen, um einen neuen Film zu beginnen</translation>
    </message>
    <message>
        <source>It is read where it is. Nothing is copied or uploaded yet.</source>
        <translation>Es wird gelesen, wo es ist. Noch wird nichts kopiert oder hochgeladen.</translation>
    </message>
    <message>
        <source>Reading the films</source>
        <translation>Liest die Filme</translation>
    </message>
    <message>
        <source>Reading the film</source>
        <translation>Liest den Film</translation>
    </message>
    <message>
        <source>Nothing leaves this computer.</source>
        <translation>Nichts verlässt diesen Computer.</translation>
    </message>
    <message>
        <source>This file cannot become a film</source>
        <translation>Aus dieser Datei kann kein Film werden</translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation>%1 Dateien</translation>
    </message>
    <message>
        <source>One draft each</source>
        <translation>Je ein Entwurf</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::EditSheet</name>
    <message>
        <source>Edit details</source>
        <translation>Angaben bearbeiten</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Everyone with the link sees the change. It is signed into the rights log; the film itself, its link and who may watch it stay as they are.</source>
        <translation>Alle mit dem Link sehen die Änderung. Sie wird ins Rechteprotokoll signiert; der Film selbst, sein Link und wer ihn ansehen darf, bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Replace the poster...</source>
        <translation>Plakat ersetzen ...</translation>
    </message>
    <message>
        <source>Sign and save</source>
        <translation>Signieren und speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Something in it cannot stand</source>
        <translation>Etwas daran geht so nicht</translation>
    </message>
    <message>
        <source>Nothing is changed yet</source>
        <translation>Noch ist nichts geändert</translation>
    </message>
    <message>
        <source>Step 1 of 4: reading what is public now</source>
        <translation>Schritt 1 von 4: lesen, was jetzt öffentlich ist</translation>
    </message>
    <message>
        <source>Step 2 of 4: sending it to the gateway</source>
        <translation>Schritt 2 von 4: an das Gateway senden</translation>
    </message>
    <message>
        <source>Step 3 of 4: signing it into the rights log</source>
        <translation>Schritt 3 von 4: ins Rechteprotokoll signieren</translation>
    </message>
    <message>
        <source>Step 4 of 4: listing it in the catalogue</source>
        <translation>Schritt 4 von 4: in den Katalog stellen</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::ExportKeysSheet</name>
    <message>
        <source>Export the keys of %1</source>
        <translation>Die Schlüssel von %1 exportieren</translation>
    </message>
    <message>
        <source>The file holds the film&apos;s content keys in the clear, as a CPIX document that other DRM systems read.</source>
        <translation>Die Datei enthält die Inhaltsschlüssel des Films im Klartext, als CPIX-Dokument, das andere DRM-Systeme lesen.</translation>
    </message>
    <message>
        <source>Whoever reads it</source>
        <translation>Wer sie liest</translation>
    </message>
    <message>
        <source>The file</source>
        <translation>Die Datei</translation>
    </message>
    <message>
        <source>Your record</source>
        <translation>Ihr Protokoll</translation>
    </message>
    <message>
        <source>says that the keys were exported, and when.</source>
        <translation>sagt, dass die Schlüssel exportiert wurden, und wann.</translation>
    </message>
    <message>
        <source>I know that this file opens the film.</source>
        <translation>Ich weiß, dass diese Datei den Film öffnet.</translation>
    </message>
    <message>
        <source>It is mine to keep safe, or to delete when it has been handed over.</source>
        <translation>Ich bewahre sie sicher auf oder lösche sie nach der Übergabe.</translation>
    </message>
    <message>
        <source>Write keys in the clear...</source>
        <translation>Schlüssel im Klartext schreiben ...</translation>
    </message>
    <message>
        <source>Keep them with the nodes</source>
        <translation>Bei den Knoten lassen</translation>
    </message>
    <message>
        <source>Tick the sentence above first</source>
        <translation>Zuerst den Satz oben ankreuzen</translation>
    </message>
    <message>
        <source>Write the keys to</source>
        <translation>Schlüssel schreiben nach</translation>
    </message>
    <message>
        <source>CPIX documents (*.xml)</source>
        <translation>CPIX-Dokumente (*.xml)</translation>
    </message>
    <message>
        <source>can decrypt the film, for good.</source>
        <translation>kann den Film für immer entschlüsseln.</translation>
    </message>
    <message>
        <source>is new; only your account here may read it.</source>
        <translation>ist neu; nur dein Konto hier darf sie lesen.</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::Field</name>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::FilmEditing</name>
    <message>
        <source>Everyone with the link sees it so now</source>
        <translation>Alle mit dem Link sehen es jetzt so</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::FilmFactsCard</name>
    <message>
        <source>Change poster...</source>
        <translation>Poster ändern...</translation>
    </message>
    <message>
        <source>Replace...</source>
        <translation>Ersetzen...</translation>
    </message>
    <message>
        <source>Reading tracks ...</source>
        <translation>Liest die Spuren ...</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>%1 fps</source>
        <translation>%1 fps</translation>
    </message>
    <message>
        <source>Frame rate</source>
        <translation>Bildrate</translation>
    </message>
    <message>
        <source>Bit rate</source>
        <translation>Bitrate</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Converted to H.264 and AAC while encrypting. %1</source>
        <translation>Wird beim Verschlüsseln in H.264 und AAC umgewandelt. %1</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::FilmIntake</name>
    <message>
        <source>Keyreel sample</source>
        <translation>Keyreel-Beispiel</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::FilmListPanel</name>
    <message>
        <source>%1 of %2, %3</source>
        <translation>%1 von %2, %3</translation>
    </message>
    <message>
        <source>%1, plays now</source>
        <translation>%1, läuft gerade</translation>
    </message>
    <message>
        <source>Sooner (Alt+↑)</source>
        <translation>Früher (Alt+↑)</translation>
    </message>
    <message>
        <source>Later (Alt+↓)</source>
        <translation>Später (Alt+↓)</translation>
    </message>
    <message>
        <source>Take off the list (Delete)</source>
        <translation>Von der Liste nehmen (Entf)</translation>
    </message>
    <message>
        <source>Up next</source>
        <translation>Als Nächstes</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Films</source>
        <translation>Filme</translation>
    </message>
    <message>
        <source>It is the first</source>
        <translation>Es ist der erste</translation>
    </message>
    <message>
        <source>It is the last</source>
        <translation>Es ist der letzte</translation>
    </message>
    <message>
        <source>This one plays now</source>
        <translation>Dieser läuft gerade</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::FilmStrip</name>
    <message>
        <source>Picture at %1 of %2</source>
        <translation>Bild bei %1 von %2</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::FilmTimeline</name>
    <message>
        <source>Position %1 of %2</source>
        <translation>Position %1 von %2</translation>
    </message>
    <message>
        <source>, chapter %1 %2</source>
        <translation>, Kapitel %1 %2</translation>
    </message>
    <message>
        <source>, free preview from %1 to %2</source>
        <translation>, freie Vorschau von %1 bis %2</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::FirstRunPage</name>
    <message>
        <source>Me</source>
        <translation>Ich</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>Welcome to Keyreel</source>
        <translation>Willkommen bei Keyreel</translation>
    </message>
    <message>
        <source>Key node 1</source>
        <translation>Schlüsselknoten 1</translation>
    </message>
    <message>
        <source>holds one share</source>
        <translation>hält einen Teilschlüssel</translation>
    </message>
    <message>
        <source>Key node 2</source>
        <translation>Schlüsselknoten 2</translation>
    </message>
    <message>
        <source>Key node 3</source>
        <translation>Schlüsselknoten 3</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>nicht gebraucht</translation>
    </message>
    <message>
        <source>Any two of three keys open your film</source>
        <translation>Zwei beliebige von drei Schlüsseln öffnen deinen Film</translation>
    </message>
    <message>
        <source>Keyreel locks the video on this computer. Three key nodes each hold one share of its key. One share opens nothing. Any two open the film, and only for people you allow.</source>
        <translation>Keyreel verschließt das Video auf diesem Computer. Drei Schlüsselknoten halten je einen Teil des Schlüssels. Ein Teil öffnet nichts. Zwei beliebige öffnen den Film, und nur für Personen, denen du es erlaubst.</translation>
    </message>
    <message>
        <source>Publish your films.
Keep the keys.</source>
        <translation>Veröffentliche deine Filme.
Behalte die Schlüssel.</translation>
    </message>
    <message>
        <source>Your identity is made here, on this computer. There is no account to open, no e-mail to confirm and no password to forget.</source>
        <translation>Deine Identität entsteht hier, auf diesem Computer. Es gibt kein Konto zu eröffnen, keine E-Mail zu bestätigen und kein Passwort zu vergessen.</translation>
    </message>
    <message>
        <source>Your name, as shown on films</source>
        <translation>Dein Name, wie er bei Filmen steht</translation>
    </message>
    <message>
        <source>Create my identity</source>
        <translation>Meine Identität anlegen</translation>
    </message>
    <message>
        <source>One click, about two seconds.</source>
        <translation>Ein Klick, etwa zwei Sekunden.</translation>
    </message>
    <message>
        <source>Already use Keyreel somewhere else?</source>
        <translation>Nutzt du Keyreel schon anderswo?</translation>
    </message>
    <message>
        <source>Restore...</source>
        <translation>Wiederherstellen...</translation>
    </message>
    <message>
        <source>From 24 words or a recovery kit</source>
        <translation>Aus 24 Wörtern oder einem Wiederherstellungskit</translation>
    </message>
    <message>
        <source>Join with a code...</source>
        <translation>Mit Code beitreten...</translation>
    </message>
    <message>
        <source>To play on this computer what another computer may</source>
        <translation>Um hier abzuspielen, was ein anderer Computer darf</translation>
    </message>
    <message>
        <source>Unlock keyring</source>
        <translation>Schlüsselbund entsperren</translation>
    </message>
    <message>
        <source>Here to watch?</source>
        <translation>Nur zum Zusehen hier?</translation>
    </message>
    <message>
        <source>Open a film link...</source>
        <translation>Filmlink öffnen...</translation>
    </message>
    <message>
        <source>System keyring found and unlocked. This computer&apos;s key will stay there.</source>
        <translation>System-Schlüsselbund ist bereit. Der Schlüssel dieses Computers bleibt dort.</translation>
    </message>
    <message>
        <source>Your system keyring is locked.</source>
        <translation>Dein System-Schlüsselbund ist gesperrt.</translation>
    </message>
    <message>
        <source>Unlock the system keyring first: this computer&apos;s key will stay there</source>
        <translation>Entsperre zuerst den System-Schlüsselbund: Der Schlüssel dieses Computers bleibt dort</translation>
    </message>
    <message>
        <source>No system keyring answers.</source>
        <translation>Kein System-Schlüsselbund antwortet.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Install or start a system keyring (KWallet or GNOME Keyring), then try again</source>
        <translation>Installiere oder starte einen System-Schlüsselbund (KWallet oder GNOME-Schlüsselbund) und versuche es dann erneut</translation>
    </message>
    <message>
        <source>The system keyring refused.</source>
        <translation>Der System-Schlüsselbund hat abgelehnt.</translation>
    </message>
    <message>
        <source>Allow Keyreel to use the system keyring, then try again</source>
        <translation>Erlaube Keyreel, den System-Schlüsselbund zu benutzen, und versuche es dann erneut</translation>
    </message>
    <message>
        <source>Your 24 words or your recovery kit bring your identity back.</source>
        <translation>Deine 24 Wörter oder dein Wiederherstellungskit bringen deine Identität zurück.</translation>
    </message>
    <message>
        <source>An identity is here already; restore it from its 24 words</source>
        <translation>Hier gibt es schon eine Identität; stelle sie aus ihren 24 Wörtern wieder her</translation>
    </message>
    <message>
        <source>Any name you like</source>
        <translation>Ein beliebiger Name</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::HealthPopover</name>
    <message>
        <source>What works right now</source>
        <translation>Was gerade funktioniert</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::IdentityCard</name>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::JobAttendant</name>
    <message>
        <source>Published</source>
        <translation>Veröffentlicht</translation>
    </message>
    <message>
        <source>%1 needs you</source>
        <translation>%1 braucht dich</translation>
    </message>
    <message>
        <source>A film is on its way</source>
        <translation>Ein Film ist unterwegs</translation>
    </message>
    <message>
        <source>Nothing is left to publish</source>
        <translation>Nichts mehr zu veröffentlichen</translation>
    </message>
    <message>
        <source>Every film that was on its way has arrived, has failed or is paused.</source>
        <translation>Jeder Film, der unterwegs war, ist angekommen, gescheitert oder angehalten.</translation>
    </message>
    <message>
        <source>All is published, but the command did not start</source>
        <translation>Alles ist veröffentlicht, aber der Befehl startete nicht</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::JobCard</name>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Sooner (Alt+Up)</source>
        <translation>Früher (Alt+↑)</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Veröffentlicht</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Resume (Space)</source>
        <translation>Fortsetzen (Leertaste)</translation>
    </message>
    <message>
        <source>Pause (Space)</source>
        <translation>Anhalten (Leertaste)</translation>
    </message>
    <message>
        <source>Cancel (Delete)</source>
        <translation>Abbrechen (Entf)</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::Joining</name>
    <message>
        <source>The code as a QR code</source>
        <translation>Der Code als QR-Code</translation>
    </message>
    <message>
        <source>Code of this computer</source>
        <translation>Code dieses Computers</translation>
    </message>
    <message>
        <source>Good for</source>
        <translation>Gültig noch</translation>
    </message>
    <message>
        <source>It is no secret: it opens nothing by itself.</source>
        <translation>Er ist nicht geheim: Für sich allein öffnet er nichts.</translation>
    </message>
    <message>
        <source>It is known at the gateway on this computer only; another computer has to use the same gateway.</source>
        <translation>Nur das Gateway auf diesem Computer kennt ihn; der andere Computer muss dasselbe Gateway benutzen.</translation>
    </message>
    <message>
        <source>Both computers have to use the gateway %1.</source>
        <translation>Beide Computer müssen das Gateway %1 benutzen.</translation>
    </message>
    <message>
        <source>New code</source>
        <translation>Neuer Code</translation>
    </message>
    <message>
        <source>Asking the gateway for a code.</source>
        <translation>Bittet das Gateway um einen Code.</translation>
    </message>
    <message>
        <source>Waiting until it is added there.</source>
        <translation>Wartet, bis er dort hinzugefügt ist.</translation>
    </message>
    <message>
        <source>The code is %1, good for ten minutes</source>
        <translation>Der Code ist %1, zehn Minuten gültig</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Films that they may watch open on this computer, too. Their link is all you need.</source>
        <translation>Filme, die dort geöffnet werden dürfen, öffnen sich auch auf diesem Computer. Ihr Link genügt.</translation>
    </message>
    <message>
        <source>Added as &apos;%1&apos; by %2, until %3.</source>
        <translation>Hinzugefügt als „%1“ von %2, bis %3.</translation>
    </message>
    <message>
        <source>Join with a code</source>
        <translation>Mit Code beitreten</translation>
    </message>
    <message>
        <source>On the computer of whoever lets you in: Keys &amp; devices, Add a device. Type this code there. This computer may then play what they may, and nothing else; no key leaves either computer.</source>
        <translation>Auf dem Computer, der dich einlässt: Schlüssel &amp; Geräte, Gerät hinzufügen. Gib dort diesen Code ein. Dieser Computer darf dann abspielen, was jener darf, und sonst nichts; kein Schlüssel verlässt einen der beiden Computer.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::KeepingBar</name>
    <message>
        <source>Keeping films for watching offline</source>
        <translation>Filme werden für offline aufbewahrt</translation>
    </message>
    <message>
        <source>Keeping film %1 of %2 for offline</source>
        <translation>Film %1 von %2 wird für offline aufbewahrt</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1 of %2 films are kept for offline.</source>
        <translation>%1 von %2 Filmen sind für offline aufbewahrt.</translation>
    </message>
    <message>
        <source>%1 is not kept: %2</source>
        <translation>%1 ist nicht dabei: %2</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::KeyEntry</name>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Key id and key, 32 hexadecimal digits each; several with spaces between.</source>
        <translation>Schlüsselkennung und Schlüssel, je 32 hexadezimale Ziffern; mehrere durch Leerzeichen getrennt.</translation>
    </message>
    <message>
        <source>This is not KID:KEY</source>
        <translation>Das ist nicht KID:KEY</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::KeyNodesCard</name>
    <message>
        <source>Key nodes</source>
        <translation>Schlüsselknoten</translation>
    </message>
    <message>
        <source>Change nodes...</source>
        <translation>Knoten ändern...</translation>
    </message>
    <message>
        <source>The key nodes are as they were</source>
        <translation>Die Schlüsselknoten sind, wie sie waren</translation>
    </message>
    <message>
        <source>Any &lt;b&gt;%1 of %2&lt;/b&gt; open this film.</source>
        <translation>Beliebige &lt;b&gt;%1 von %2&lt;/b&gt; öffnen diesen Film.</translation>
    </message>
    <message>
        <source>%1 · does not answer</source>
        <translation>%1 · antwortet nicht</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Waits until the network is up</source>
        <translation>Wartet, bis das Netz da ist</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::KeyRecorder</name>
    <message>
        <source>no key</source>
        <translation>keine Taste</translation>
    </message>
    <message>
        <source>Press keys...</source>
        <translation>Tasten drücken...</translation>
    </message>
    <message>
        <source>Press the new keys. Esc changes nothing, Backspace takes the keys away.</source>
        <translation>Drücke die neuen Tasten. Esc ändert nichts, die Rücktaste nimmt die Tasten weg.</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::KeysPage</name>
    <message>
        <source>Keys &amp; devices</source>
        <translation>Schlüssel &amp; Geräte</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>Jetzt sperren</translation>
    </message>
    <message>
        <source>Add a device...</source>
        <translation>Gerät hinzufügen...</translation>
    </message>
    <message>
        <source>Your identity</source>
        <translation>Deine Identität</translation>
    </message>
    <message>
        <source>This name and this account are public on every film you publish.</source>
        <translation>Dieser Name und dieses Konto sind bei jedem deiner Filme öffentlich.</translation>
    </message>
    <message>
        <source>Your account</source>
        <translation>Dein Konto</translation>
    </message>
    <message>
        <source>Recovery</source>
        <translation>Wiederherstellung</translation>
    </message>
    <message>
        <source>Show 24 words...</source>
        <translation>24 Wörter zeigen...</translation>
    </message>
    <message>
        <source>24 words bring your identity back</source>
        <translation>24 Wörter bringen deine Identität zurück</translation>
    </message>
    <message>
        <source>On another computer, or here if the keyring is lost. Keep them on paper, away from this one.</source>
        <translation>Auf einem anderen Computer, oder hier, wenn der Schlüsselbund verloren ist. Bewahre sie auf Papier auf, fern von diesem Computer.</translation>
    </message>
    <message>
        <source>System keyring</source>
        <translation>System-Schlüsselbund</translation>
    </message>
    <message>
        <source>Key nodes</source>
        <translation>Schlüsselknoten</translation>
    </message>
    <message>
        <source>Test now</source>
        <translation>Jetzt testen</translation>
    </message>
    <message>
        <source>If one node is down, everything still opens. If two are down, films wait until one is back.</source>
        <translation>Fällt ein Knoten aus, öffnet sich weiter alles. Fallen zwei aus, warten Filme, bis einer zurück ist.</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Fingerabdruck</translation>
    </message>
    <message>
        <source>This computer&apos;s key</source>
        <translation>Der Schlüssel dieses Computers</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Unlock your key first</source>
        <translation>Entsperre zuerst deinen Schlüssel</translation>
    </message>
    <message>
        <source>Waits until the network is up</source>
        <translation>Wartet, bis das Netz da ist</translation>
    </message>
    <message>
        <source>The keyring is unlocked</source>
        <translation>Der Schlüsselbund ist entsperrt</translation>
    </message>
    <message>
        <source>It holds this computer&apos;s key and the key of your vault.</source>
        <translation>Er hält den Schlüssel dieses Computers und den deines Tresors.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Shown as soon as the network is up.</source>
        <translation>Erscheint, sobald das Netz da ist.</translation>
    </message>
    <message>
        <source>Keys are held by %1 nodes; any %2 open your film.</source>
        <translation>Schlüssel liegen bei %1 Knoten; %2 beliebige öffnen deinen Film.</translation>
    </message>
    <message>
        <source>All of them run on this computer now, so they are not independent.</source>
        <translation>Alle laufen derzeit auf diesem Computer, sind also nicht unabhängig.</translation>
    </message>
    <message>
        <source>operator not named</source>
        <translation>Betreiber nicht genannt</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>does not answer; films open without it</source>
        <translation>antwortet nicht; Filme öffnen sich ohne ihn</translation>
    </message>
    <message>
        <source>Make a kit...</source>
        <translation>Wiederherstellungskit anlegen ...</translation>
    </message>
    <message>
        <source>Lock before this computer sleeps</source>
        <translation>Sperren, bevor dieser Computer schläft</translation>
    </message>
    <message>
        <source>Keys leave its memory, and it asks for the keyring&apos;s password afterwards</source>
        <translation>Schlüssel verlassen seinen Speicher, und danach fragt er nach dem Passwort des Schlüsselbunds</translation>
    </message>
    <message>
        <source>Recovery kit made on %1</source>
        <translation>Wiederherstellungskit angelegt am %1</translation>
    </message>
    <message>
        <source>No recovery kit yet</source>
        <translation>Noch kein Wiederherstellungskit</translation>
    </message>
    <message>
        <source>It brings you, the drafts of that day and your published films back. Make another one when there is more to keep.</source>
        <translation>Es bringt dich, die Entwürfe jenes Tages und deine veröffentlichten Filme zurück. Leg ein neues an, wenn mehr zu bewahren ist.</translation>
    </message>
    <message>
        <source>A file under a password: with it a lost computer costs you nothing. Without it, and without the words, nobody can bring you back.</source>
        <translation>Eine Datei unter einem Passwort: Mit ihr kostet dich ein verlorener Computer nichts. Ohne sie und ohne die Wörter kann dich niemand zurückbringen.</translation>
    </message>
    <message>
        <source>Make another...</source>
        <translation>Ein neues anlegen ...</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>Neue Schlüssel</translation>
    </message>
    <message>
        <source>Your vault opens by a key in the keyring</source>
        <translation>Dein Tresor öffnet sich mit einem Schlüssel im Schlüsselbund</translation>
    </message>
    <message>
        <source>New keys seal everything in it anew, in case somebody else had this computer in their hands.</source>
        <translation>Neue Schlüssel versiegeln alles darin neu, falls jemand anderes diesen Computer in der Hand hatte.</translation>
    </message>
    <message>
        <source>The vault has new keys</source>
        <translation>Der Tresor hat neue Schlüssel</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::LibraryModel</name>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>published</source>
        <translation>veröffentlicht</translation>
    </message>
    <message>
        <source>opened</source>
        <translation>geöffnet</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::LibraryPage</name>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Open a link...</source>
        <translation>Link öffnen...</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Neuer Film</translation>
    </message>
    <message>
        <source>Waiting for the library of this profile</source>
        <translation>Wartet auf die Bibliothek dieses Profils</translation>
    </message>
    <message>
        <source>Your library is empty</source>
        <translation>Deine Bibliothek ist leer</translation>
    </message>
    <message>
        <source>Films you publish and films you open live here.
Drop a video anywhere in this window, or open a film link.</source>
        <translation>Hier sind die Filme, die du veröffentlichst und die du öffnest.
Lege ein Video irgendwo in diesem Fenster ab oder öffne einen Filmlink.</translation>
    </message>
    <message>
        <source>Create from a video</source>
        <translation>Film aus einem Video</translation>
    </message>
    <message>
        <source>Just looking? &lt;a href=&quot;sample&quot;&gt;Publish the 20-second sample&lt;/a&gt; and see every step. It takes about a minute.</source>
        <translation>Nur mal schauen? &lt;a href=&quot;sample&quot;&gt;Veröffentliche das 20-Sekunden-Beispiel&lt;/a&gt; und sieh jeden Schritt. Es dauert etwa eine Minute.</translation>
    </message>
    <message>
        <source>Continue watching</source>
        <translation>Weiterschauen</translation>
    </message>
    <message>
        <source>All titles</source>
        <translation>Alle Titel</translation>
    </message>
    <message>
        <source>Which titles</source>
        <translation>Welche Titel</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Geöffnet</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Meine</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Recently added</source>
        <translation>Zuletzt hinzugefügt</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Recently watched</source>
        <translation>Zuletzt gesehen</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Anordnung</translation>
    </message>
    <message>
        <source>Titles</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Show its page</source>
        <translation>Seite zeigen</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>Noch nichts hier</translation>
    </message>
    <message>
        <source>Nothing called &apos;%1&apos;</source>
        <translation>Nichts heißt „%1“</translation>
    </message>
    <message>
        <source>Other titles are still there.</source>
        <translation>Andere Titel sind noch da.</translation>
    </message>
    <message>
        <source>What was removed in the last 30 days</source>
        <translation>Was in den letzten 30 Tagen entfernt wurde</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>In den Papierkorb</translation>
    </message>
    <message>
        <source>Trash (%1)</source>
        <translation>Papierkorb (%1)</translation>
    </message>
    <message>
        <source>Search titles, people, tags</source>
        <translation>Titel, Personen, Schlagwörter</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>Copy links</source>
        <translation>Links kopieren</translation>
    </message>
    <message>
        <source>Choose none</source>
        <translation>Auswahl aufheben</translation>
    </message>
    <message>
        <source>1 chosen</source>
        <translation>1 ausgewählt</translation>
    </message>
    <message>
        <source>%1 chosen</source>
        <translation>%1 ausgewählt</translation>
    </message>
    <message>
        <source>Any tag</source>
        <translation>Alle Schlagwörter</translation>
    </message>
    <message>
        <source>Keep for offline</source>
        <translation>Offline aufbewahren</translation>
    </message>
    <message>
        <source>Waits until the network is up</source>
        <translation>Wartet, bis das Netz da ist</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::ListingPreview</name>
    <message>
        <source>What people will see</source>
        <translation>Was andere sehen werden</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::LoanTerm</name>
    <message>
        <source>For how long</source>
        <translation>Für wie lange</translation>
    </message>
    <message>
        <source>As now, until %1</source>
        <translation>Wie jetzt, bis %1</translation>
    </message>
    <message>
        <source>One day</source>
        <translation>Ein Tag</translation>
    </message>
    <message>
        <source>One week</source>
        <translation>Eine Woche</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 Tage</translation>
    </message>
    <message>
        <source>Until you take it back</source>
        <translation>Bis du es zurücknimmst</translation>
    </message>
    <message>
        <source>Another number of days</source>
        <translation>Eine andere Anzahl Tage</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>At most five years; take it back at any time.</source>
        <translation>Höchstens fünf Jahre; jederzeit zurückzunehmen.</translation>
    </message>
    <message>
        <source>Until %1. Take it back at any time.</source>
        <translation>Bis %1. Jederzeit zurückzunehmen.</translation>
    </message>
    <message>
        <source>1 to %1</source>
        <translation>1 bis %1</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::MainWindow</name>
    <message>
        <source>Let go to open this link</source>
        <translation>Loslassen, um diesen Link zu öffnen</translation>
    </message>
    <message>
        <source>Let go to start a new film</source>
        <translation>Loslassen, um einen neuen Film zu beginnen</translation>
    </message>
    <message>
        <source>Let go to start %1 films</source>
        <translation>Loslassen, um %1 Filme zu beginnen</translation>
    </message>
    <message>
        <source>One draft each. Nothing is copied or uploaded yet.</source>
        <translation>Je ein Entwurf. Noch wird nichts kopiert oder hochgeladen.</translation>
    </message>
    <message>
        <source>This cannot become a film</source>
        <translation>Daraus kann kein Film werden</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>Alles durchsuchen</translation>
    </message>
    <message>
        <source>New film</source>
        <translation>Neuer Film</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>Datei öffnen</translation>
    </message>
    <message>
        <source>Open a film link</source>
        <translation>Filmlink öffnen</translation>
    </message>
    <message>
        <source>Find here</source>
        <translation>Hier suchen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next region</source>
        <translation>Nächster Bereich</translation>
    </message>
    <message>
        <source>Try again, refresh</source>
        <translation>Erneut versuchen, aktualisieren</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>All shortcuts</source>
        <translation>Alle Tastenkürzel</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Change shortcuts</source>
        <translation>Tastenkürzel ändern</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::MiniPlayer</name>
    <message>
        <source>Keyreel, small window</source>
        <translation>Keyreel, kleines Fenster</translation>
    </message>
    <message>
        <source>Back to the window (Esc)</source>
        <translation>Zurück ins Fenster (Esc)</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>The film plays in the small window.</source>
        <translation>Der Film läuft im kleinen Fenster.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::NavigationItem</name>
    <message>
        <source>, 1 job</source>
        <translation>, 1 Auftrag</translation>
    </message>
    <message>
        <source>, %1 jobs</source>
        <translation>, %1 Aufträge</translation>
    </message>
    <message>
        <source>, 1 needs you</source>
        <translation>, 1 braucht dich</translation>
    </message>
    <message>
        <source>, %1 need you</source>
        <translation>, %1 brauchen dich</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::NavigationRail</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::NetworkChoice</name>
    <message>
        <source>Unlock your key first</source>
        <translation>Entsperre zuerst deinen Schlüssel</translation>
    </message>
    <message>
        <source>A film is being published; wait for it, or pause it</source>
        <translation>Ein Film wird gerade veröffentlicht; warte oder halte ihn an</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::NodeChooser</name>
    <message>
        <source>Another key node</source>
        <translation>Ein weiterer Schlüsselknoten</translation>
    </message>
    <message>
        <source>Ask it</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>One node fewer opens the film</source>
        <translation>Ein Knoten weniger öffnet den Film</translation>
    </message>
    <message>
        <source>One node more opens the film</source>
        <translation>Ein Knoten mehr öffnet den Film</translation>
    </message>
    <message>
        <source>No key node answers there</source>
        <translation>Dort antwortet kein Schlüsselknoten</translation>
    </message>
    <message>
        <source>Choose a key node first</source>
        <translation>Wähle zuerst einen Schlüsselknoten</translation>
    </message>
    <message>
        <source>Choose at most %1 key nodes</source>
        <translation>Wähle höchstens %1 Schlüsselknoten</translation>
    </message>
    <message>
        <source>key %1</source>
        <translation>Schlüssel %1</translation>
    </message>
    <message>
        <source>does not answer now</source>
        <translation>antwortet gerade nicht</translation>
    </message>
    <message>
        <source>Any %1 of %2 open the film</source>
        <translation>Beliebige %1 von %2 öffnen den Film</translation>
    </message>
    <message>
        <source>No key node is chosen</source>
        <translation>Kein Schlüsselknoten ist gewählt</translation>
    </message>
    <message>
        <source>At least one has to open it</source>
        <translation>Mindestens einer muss ihn öffnen</translation>
    </message>
    <message>
        <source>No more nodes are chosen</source>
        <translation>Mehr Knoten sind nicht gewählt</translation>
    </message>
    <message>
        <source>This node is in the list already</source>
        <translation>Dieser Knoten steht schon in der Liste</translation>
    </message>
    <message>
        <source>%1 was added</source>
        <translation>%1 wurde hinzugefügt</translation>
    </message>
    <message>
        <source>All of them run on this computer, to try things with: whoever has it has all the keys.</source>
        <translation>Alle laufen auf diesem Computer, zum Ausprobieren: Wer ihn hat, hat alle Schlüssel.</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::OfflineCard</name>
    <message>
        <source>Watch offline</source>
        <translation>Offline ansehen</translation>
    </message>
    <message>
        <source>Downloading the film</source>
        <translation>Lädt den Film herunter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Keep for offline</source>
        <translation>Offline aufbewahren</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 Tag</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 Tage</translation>
    </message>
    <message>
        <source>Ended %1</source>
        <translation>Beendet %1</translation>
    </message>
    <message>
        <source>Kept until %1</source>
        <translation>Aufbewahrt bis %1</translation>
    </message>
    <message>
        <source>Its maker does not let it be kept: it opens while its key nodes answer.</source>
        <translation>Er darf nicht aufbewahrt werden: Er öffnet sich, solange seine Schlüsselknoten antworten.</translation>
    </message>
    <message>
        <source>Its maker does not let it be kept any more: it cannot be renewed.</source>
        <translation>Er darf nicht mehr aufbewahrt werden: Verlängern ist nicht möglich.</translation>
    </message>
    <message>
        <source>It opens again as soon as it is renewed. Nothing is downloaded twice.</source>
        <translation>Nach dem Verlängern öffnet er sich wieder. Nichts wird zweimal geladen.</translation>
    </message>
    <message>
        <source>It opens on this computer without a network, encrypted on the disk until it plays.</source>
        <translation>Er öffnet sich auf diesem Computer ohne Netz; auf dem Datenträger ist er verschlüsselt, bis er läuft.</translation>
    </message>
    <message>
        <source>Its maker lets you keep it here, encrypted, for %1 without a network.</source>
        <translation>Du darfst ihn hier verschlüsselt aufbewahren, für %1 ohne Netz.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Asking the key nodes</source>
        <translation>Fragt die Schlüsselknoten</translation>
    </message>
    <message>
        <source>Keep for offline (%1)</source>
        <translation>Offline aufbewahren (%1)</translation>
    </message>
    <message>
        <source>Renew for %1</source>
        <translation>Um %1 verlängern</translation>
    </message>
    <message>
        <source>Renew</source>
        <translation>Verlängern</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::OpenLinkPage</name>
    <message>
        <source>Open a film link</source>
        <translation>Filmlink öffnen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Another link</source>
        <translation>Anderer Link</translation>
    </message>
    <message>
        <source>Film link</source>
        <translation>Filmlink</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Dein Name</translation>
    </message>
    <message>
        <source>Taken from your system. It stands on what you publish.</source>
        <translation>Von deinem System übernommen. Er steht auf dem, was du veröffentlichst.</translation>
    </message>
    <message>
        <source>Your account</source>
        <translation>Dein Konto</translation>
    </message>
    <message>
        <source>Watch now</source>
        <translation>Jetzt ansehen</translation>
    </message>
    <message>
        <source>A link says where a film is, and which. Whether it opens is for its maker, and the key nodes they chose, to say.</source>
        <translation>Ein Link sagt, wo ein Film ist und welcher. Ob er sich öffnet, bestimmen die, die ihn gemacht haben, und die von ihnen gewählten Schlüsselknoten.</translation>
    </message>
    <message>
        <source>Looking</source>
        <translation>Sieht nach</translation>
    </message>
    <message>
        <source>Paste a film link</source>
        <translation>Filmlink einfügen</translation>
    </message>
    <message>
        <source>Asking the gateway what this link leads to.</source>
        <translation>Fragt das Gateway, wohin dieser Link führt.</translation>
    </message>
    <message>
        <source>It begins with keyreel:// and comes from whoever made the film.</source>
        <translation>Er beginnt mit keyreel:// und kommt von denen, die den Film gemacht haben.</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Ansehen, was es ist</translation>
    </message>
    <message>
        <source>Makes your identity here, in this computer&apos;s keyring.
No e-mail, no password.</source>
        <translation>Legt deine Identität hier an, im Schlüsselbund dieses Computers.
Keine E-Mail, kein Passwort.</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Best picture</source>
        <translation>Bestes Bild</translation>
    </message>
    <message>
        <source>Maker&apos;s key</source>
        <translation>Schlüssel des Urhebers</translation>
    </message>
    <message>
        <source>Your film</source>
        <translation>Dein Film</translation>
    </message>
    <message>
        <source>You are let in</source>
        <translation>Du bist zugelassen</translation>
    </message>
    <message>
        <source>Only for people let in</source>
        <translation>Nur für Zugelassene</translation>
    </message>
    <message>
        <source>Free to watch</source>
        <translation>Frei anzusehen</translation>
    </message>
    <message>
        <source>It opens on this computer for %1.</source>
        <translation>Er öffnet sich auf diesem Computer für %1.</translation>
    </message>
    <message>
        <source>%1 decides who may watch. By the rights log you are not among them yet.</source>
        <translation>%1 bestimmt, wer zusehen darf. Laut Rechteprotokoll gehörst du noch nicht dazu.</translation>
    </message>
    <message>
        <source>Signed by %1</source>
        <translation>Signiert von %1</translation>
    </message>
    <message>
        <source>any %1 of %2 key nodes</source>
        <translation>%1 beliebige von %2 Schlüsselknoten</translation>
    </message>
    <message>
        <source>You are not let in yet</source>
        <translation>Du bist noch nicht zugelassen</translation>
    </message>
    <message>
        <source>It did not open</source>
        <translation>Er hat sich nicht geöffnet</translation>
    </message>
    <message>
        <source>Copy your account above and send it to the maker.</source>
        <translation>Kopiere dein Konto oben und schicke es denen, die den Film gemacht haben.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal nachsehen</translation>
    </message>
    <message>
        <source>Sign an order for %1</source>
        <translation>Bestellung über %1 unterschreiben</translation>
    </message>
    <message>
        <source>For sale: %1</source>
        <translation>Zu kaufen: %1</translation>
    </message>
    <message>
        <source>By the rights log %1 has not let you in yet.</source>
        <translation>Laut Rechteprotokoll hat %1 dich noch nicht eingelassen.</translation>
    </message>
    <message>
        <source>You sign an order of this price and send it to %1, who lets you in when you have paid. The order itself pays nothing.</source>
        <translation>Du unterschreibst eine Bestellung zu diesem Preis und schickst sie an %1. Eingelassen wirst du, wenn du bezahlt hast. Die Bestellung selbst bezahlt nichts.</translation>
    </message>
    <message>
        <source>Order signed</source>
        <translation>Bestellung unterschrieben</translation>
    </message>
    <message>
        <source>Send %1 to %2. When they have let you in, this link opens the film.</source>
        <translation>Schicke %1 an %2. Sobald du eingelassen bist, öffnet dieser Link den Film.</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::OpeningCard</name>
    <message>
        <source>Record</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Gateway pass</source>
        <translation>Passierschein des Gateways</translation>
    </message>
    <message>
        <source>Key nodes</source>
        <translation>Schlüsselknoten</translation>
    </message>
    <message>
        <source>First picture</source>
        <translation>Erstes Bild</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Renew it</source>
        <translation>Verlängern</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Details kopieren</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>answered in %1</source>
        <translation>nach %1</translation>
    </message>
    <message>
        <source>Opening the film</source>
        <translation>Öffnet den Film</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>Öffnet %1</translation>
    </message>
    <message>
        <source>Looking up its record.</source>
        <translation>Sucht seinen Eintrag.</translation>
    </message>
    <message>
        <source>Its record is checked. Asking the gateway for a pass.</source>
        <translation>Sein Eintrag ist geprüft. Bittet das Gateway um einen Passierschein.</translation>
    </message>
    <message>
        <source>The gateway gave a pass. Asking the key nodes.</source>
        <translation>Das Gateway gab einen Passierschein. Fragt die Schlüsselknoten.</translation>
    </message>
    <message>
        <source>The key nodes answered. Waiting for the first picture.</source>
        <translation>Die Schlüsselknoten haben geantwortet. Wartet auf das erste Bild.</translation>
    </message>
    <message>
        <source>the head of it</source>
        <translation>der Kopf davon</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Signed digest</source>
        <translation>Signierte Prüfsumme</translation>
    </message>
    <message>
        <source>Received digest</source>
        <translation>Empfangene Prüfsumme</translation>
    </message>
    <message>
        <source>Came from</source>
        <translation>Kam von</translation>
    </message>
    <message>
        <source>%1, tried twice</source>
        <translation>%1, zweimal versucht</translation>
    </message>
    <message>
        <source>Nothing is wrong with your copy or your keys. The details hold no keys and help the gateway find the fault.</source>
        <translation>Mit deiner Kopie und deinen Schlüsseln ist alles in Ordnung. Die Details enthalten keine Schlüssel und helfen dem Gateway, den Fehler zu finden.</translation>
    </message>
    <message>
        <source>Next film</source>
        <translation>Nächster Film</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::OpeningPanel</name>
    <message>
        <source>not needed</source>
        <translation>nicht gebraucht</translation>
    </message>
    <message>
        <source>How this opened</source>
        <translation>So wurde geöffnet</translation>
    </message>
    <message>
        <source>Export proof...</source>
        <translation>Nachweis exportieren...</translation>
    </message>
    <message>
        <source>A file by which anyone can check how this opened</source>
        <translation>Eine Datei, mit der alle prüfen können, wie hier geöffnet wurde</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Details kopieren</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::OpeningSteps</name>
    <message>
        <source>%1, step %2 of %3</source>
        <translation>%1, Schritt %2 von %3</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::OpeningsCard</name>
    <message>
        <source>Openings</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>How often it was opened is not known now: %1</source>
        <translation>Wie oft er geöffnet wurde, ist jetzt nicht bekannt: %1</translation>
    </message>
    <message>
        <source>Asking its gateway</source>
        <translation>Sein Gateway wird gefragt</translation>
    </message>
    <message>
        <source>Nobody has opened it yet, as far as its gateway saw.</source>
        <translation>Noch niemand hat ihn geöffnet, soweit sein Gateway es gesehen hat.</translation>
    </message>
    <message>
        <source>Nobody has opened it in the last %1 days.</source>
        <translation>In den letzten %1 Tagen hat ihn niemand geöffnet.</translation>
    </message>
    <message>
        <source>Opened once in the last %1 days, as its gateway saw it.</source>
        <translation>In den letzten %1 Tagen einmal geöffnet, soweit sein Gateway es gesehen hat.</translation>
    </message>
    <message>
        <source>Opened %1 times in the last %2 days, as its gateway saw it.</source>
        <translation>In den letzten %2 Tagen %1-mal geöffnet, soweit sein Gateway es gesehen hat.</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::PageHeader</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::PageHost</name>
    <message>
        <source>Still reading</source>
        <translation>Liest noch</translation>
    </message>
    <message>
        <source>This could not be loaded.</source>
        <translation>Das konnte nicht geladen werden.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Some of this is missing.</source>
        <translation>Etwas davon fehlt.</translation>
    </message>
    <message>
        <source>The gateway does not answer.</source>
        <translation>Das Gateway antwortet nicht.</translation>
    </message>
    <message>
        <source>Work on this computer goes on.</source>
        <translation>Die Arbeit auf diesem Computer geht weiter.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Your keyring is locked.</source>
        <translation>Dein Schlüsselbund ist gesperrt.</translation>
    </message>
    <message>
        <source>Protected films open and publishing goes on when it is unlocked.</source>
        <translation>Nach dem Entsperren öffnen sich geschützte Filme, und das Veröffentlichen geht weiter.</translation>
    </message>
    <message>
        <source>Unlock keyring</source>
        <translation>Schlüsselbund entsperren</translation>
    </message>
    <message>
        <source>No system keyring answers</source>
        <translation>Kein System-Schlüsselbund antwortet</translation>
    </message>
    <message>
        <source>So there is nowhere safe for your key. Install or start a system keyring (KWallet or GNOME Keyring), then try again.</source>
        <translation>Daher gibt es keinen sicheren Ort für deinen Schlüssel. Installiere oder starte einen System-Schlüsselbund (KWallet oder GNOME-Schlüsselbund) und versuche es dann erneut.</translation>
    </message>
    <message>
        <source>This is not open to you</source>
        <translation>Das ist für dich nicht offen</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>Noch nichts hier</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::PhraseView</name>
    <message>
        <source>Recovery words</source>
        <translation>Wiederherstellungswörter</translation>
    </message>
    <message>
        <source>Word %1: %2</source>
        <translation>Wort %1: %2</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::PicturePanel</name>
    <message>
        <source>As made</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Rotation</source>
        <translation>Drehung</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>Helligkeit</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Kontrast</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Own shape</source>
        <translation>Eigenes</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Rotate left</source>
        <translation>Nach links drehen</translation>
    </message>
    <message>
        <source>Rotate right</source>
        <translation>Nach rechts drehen</translation>
    </message>
    <message>
        <source>Darker</source>
        <translation>Dunkler</translation>
    </message>
    <message>
        <source>Brighter</source>
        <translation>Heller</translation>
    </message>
    <message>
        <source>Less contrast</source>
        <translation>Weniger Kontrast</translation>
    </message>
    <message>
        <source>More contrast</source>
        <translation>Mehr Kontrast</translation>
    </message>
    <message>
        <source>Less colour</source>
        <translation>Weniger Farbe</translation>
    </message>
    <message>
        <source>More colour</source>
        <translation>Mehr Farbe</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Seitenverhältnis</translation>
    </message>
    <message>
        <source>The picture as it was made</source>
        <translation>Das Bild, wie es gemacht wurde</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::PlayerChip</name>
    <message>
        <source>Back (Esc)</source>
        <translation>Zurück (Esc)</translation>
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
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>+%1 s</source>
        <translation>+%1 s</translation>
    </message>
    <message>
        <source>−%1 s</source>
        <translation>−%1 s</translation>
    </message>
    <message>
        <source>One frame on</source>
        <translation>Ein Bild vor</translation>
    </message>
    <message>
        <source>One frame back</source>
        <translation>Ein Bild zurück</translation>
    </message>
    <message>
        <source>Chapter %1 %2</source>
        <translation>Kapitel %1 %2</translation>
    </message>
    <message>
        <source>Volume %1 %</source>
        <translation>Lautstärke %1 %</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>Stumm</translation>
    </message>
    <message>
        <source>as made</source>
        <translation>wie gedreht</translation>
    </message>
    <message>
        <source>Plays on</source>
        <translation>Läuft weiter</translation>
    </message>
    <message>
        <source>Repeat from %1</source>
        <translation>Wiederholt ab %1</translation>
    </message>
    <message>
        <source>Repeats %1 to %2</source>
        <translation>Wiederholt %1 bis %2</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::PlayerList</name>
    <message>
        <source>This is the last film of the list</source>
        <translation>Das ist der letzte Film der Liste</translation>
    </message>
    <message>
        <source>This is the first film of the list</source>
        <translation>Das ist der erste Film der Liste</translation>
    </message>
    <message>
        <source>%1 is off the list</source>
        <translation>%1 ist von der Liste genommen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::PlayerPage</name>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Player</source>
        <translation>Player</translation>
    </message>
    <message>
        <source>A damaged part at %1 was left out</source>
        <translation>Ein beschädigter Teil bei %1 wurde ausgelassen</translation>
    </message>
    <message>
        <source>Add subtitles</source>
        <translation>Untertitel hinzufügen</translation>
    </message>
    <message>
        <source>Goes on from %1</source>
        <translation>Geht bei %1 weiter</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Von vorn</translation>
    </message>
    <message>
        <source>Opened in %1 s</source>
        <translation>In %1 s geöffnet</translation>
    </message>
    <message>
        <source>Waiting for the gateway</source>
        <translation>Wartet auf das Gateway</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>asking ...</source>
        <translation>fragt ...</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>Film</translation>
    </message>
    <message>
        <source>A file on this computer</source>
        <translation>Eine Datei auf diesem Computer</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>Picture saved: %1</source>
        <translation>Bild gespeichert: %1</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>There is no film in it</source>
        <translation>Darin ist kein Film</translation>
    </message>
    <message>
        <source>Only the first %1 films are in the list</source>
        <translation>Nur die ersten %1 Filme stehen in der Liste</translation>
    </message>
    <message>
        <source>This is the only film</source>
        <translation>Das ist der einzige Film</translation>
    </message>
    <message>
        <source>Free preview</source>
        <translation>Freie Vorschau</translation>
    </message>
    <message>
        <source>You may watch all of it.</source>
        <translation>Du darfst alles sehen.</translation>
    </message>
    <message>
        <source>Watch the film</source>
        <translation>Film ansehen</translation>
    </message>
    <message>
        <source>%1 sells the whole film, %2 long.</source>
        <translation>%1 verkauft den ganzen Film, %2 lang.</translation>
    </message>
    <message>
        <source>Sign an order for %1</source>
        <translation>Bestellung über %1 unterschreiben</translation>
    </message>
    <message>
        <source>%1 decides who may watch the film.</source>
        <translation>%1 entscheidet, wer den Film sehen darf.</translation>
    </message>
    <message>
        <source>Back to the film</source>
        <translation>Zurück zum Film</translation>
    </message>
    <message>
        <source>Subtitles (*.srt *.vtt *.ass *.ssa *.ttml *.dfxp)</source>
        <translation>Untertitel (*.srt *.vtt *.ass *.ssa *.ttml *.dfxp)</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::PlayerPicture</name>
    <message>
        <source>Shape as made</source>
        <translation>Seitenverhältnis im Original</translation>
    </message>
    <message>
        <source>Shape %1</source>
        <translation>Seitenverhältnis %1</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1°</source>
        <translation>%1°</translation>
    </message>
    <message>
        <source>Zoom %1 %</source>
        <translation>Zoom %1 %</translation>
    </message>
    <message>
        <source>Rotated by %1°</source>
        <translation>Um %1° gedreht</translation>
    </message>
    <message>
        <source>Brightness %1</source>
        <translation>Helligkeit %1</translation>
    </message>
    <message>
        <source>Contrast %1</source>
        <translation>Kontrast %1</translation>
    </message>
    <message>
        <source>Colour %1</source>
        <translation>Farbe %1</translation>
    </message>
    <message>
        <source>Picture as made</source>
        <translation>Bild im Original</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::PlayerQuality</name>
    <message>
        <source>Auto</source>
        <translation>Auto</translation>
    </message>
    <message>
        <source>Auto · %1</source>
        <translation>Auto · %1</translation>
    </message>
    <message>
        <source>fits the connection</source>
        <translation>passt zur Verbindung</translation>
    </message>
    <message>
        <source>the only one</source>
        <translation>die einzige</translation>
    </message>
    <message>
        <source>Quality: %1</source>
        <translation>Qualität: %1</translation>
    </message>
    <message>
        <source>At %1, %2 could not be read; it plays in %3</source>
        <translation>Bei %1 war %2 nicht lesbar; es läuft in %3</translation>
    </message>
    <message>
        <source>the best one</source>
        <translation>die beste</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::PlayerScreenshot</name>
    <message>
        <source>No picture was saved: only those of your own films and of clear files may be</source>
        <translation>Kein Bild gespeichert: erlaubt sind nur Bilder eigener Filme und ungeschützter Dateien</translation>
    </message>
    <message>
        <source>there is no room for its name</source>
        <translation>für seinen Namen ist kein Platz</translation>
    </message>
    <message>
        <source>No picture was saved in %1: %2</source>
        <translation>Kein Bild gespeichert in %1: %2</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::PlayerSound</name>
    <message>
        <source>not connected</source>
        <translation>nicht angeschlossen</translation>
    </message>
    <message>
        <source>System default</source>
        <translation>Standard des Systems</translation>
    </message>
    <message>
        <source>Output: system default</source>
        <translation>Ausgabe: Standard des Systems</translation>
    </message>
    <message>
        <source>Output: %1</source>
        <translation>Ausgabe: %1</translation>
    </message>
    <message>
        <source>Even loudness</source>
        <translation>Gleichmäßige Lautstärke</translation>
    </message>
    <message>
        <source>Loudness as made</source>
        <translation>Lautstärke wie gemacht</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::PlayerStatisticsPanel</name>
    <message>
        <source>Statistics</source>
        <translation>Statistik</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
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
        <translation>mono</translation>
    </message>
    <message>
        <source>stereo</source>
        <translation>stereo</translation>
    </message>
    <message>
        <source>%1 channels</source>
        <translation>%1 Kanäle</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Decoders</source>
        <translation>Decoder</translation>
    </message>
    <message>
        <source>On screen</source>
        <translation>Auf dem Bildschirm</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>%1 shown, %2 late</source>
        <translation>%1 gezeigt, %2 verspätet</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Verworfen</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Beschädigt</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>Warteschlangen</translation>
    </message>
    <message>
        <source>%1 pictures, %2 ms sound</source>
        <translation>%1 Bilder, %2 ms Ton</translation>
    </message>
    <message>
        <source>Undecoded</source>
        <translation>Undekodiert</translation>
    </message>
    <message>
        <source>%1 ms, %2</source>
        <translation>%1 ms, %2</translation>
    </message>
    <message>
        <source>Sound and picture</source>
        <translation>Ton und Bild</translation>
    </message>
    <message>
        <source>%1 ms apart</source>
        <translation>%1 ms auseinander</translation>
    </message>
    <message>
        <source>First picture</source>
        <translation>Erstes Bild</translation>
    </message>
    <message>
        <source>Last seek</source>
        <translation>Letzter Sprung</translation>
    </message>
    <message>
        <source>fixed</source>
        <translation>fest</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>auto</translation>
    </message>
    <message>
        <source>1 change</source>
        <translation>1 Wechsel</translation>
    </message>
    <message>
        <source>%1 changes</source>
        <translation>%1 Wechsel</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>Arrives at</source>
        <translation>Kommt an mit</translation>
    </message>
    <message>
        <source>Fetched ahead</source>
        <translation>Vorausgeladen</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::PlayerTracks</name>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Add a file …</source>
        <translation>Datei hinzufügen …</translation>
    </message>
    <message>
        <source>Audio: %1</source>
        <translation>Ton: %1</translation>
    </message>
    <message>
        <source>Subtitles: %1</source>
        <translation>Untertitel: %1</translation>
    </message>
    <message>
        <source>Subtitles off</source>
        <translation>Untertitel aus</translation>
    </message>
    <message>
        <source>No audio</source>
        <translation>Kein Ton</translation>
    </message>
    <message>
        <source>Audio: %1, the only one</source>
        <translation>Ton: %1, die einzige Spur</translation>
    </message>
    <message>
        <source>No subtitles</source>
        <translation>Keine Untertitel</translation>
    </message>
    <message>
        <source>Subtitles hidden</source>
        <translation>Untertitel verborgen</translation>
    </message>
    <message>
        <source>Subtitle delay %1 s</source>
        <translation>Untertitelversatz %1 s</translation>
    </message>
    <message>
        <source>Subtitle size %1 %</source>
        <translation>Untertitelgröße %1 %</translation>
    </message>
    <message>
        <source>Nothing at the top</source>
        <translation>Oben nichts</translation>
    </message>
    <message>
        <source>At the top: %1</source>
        <translation>Oben: %1</translation>
    </message>
    <message>
        <source>Subtitle height %1 %</source>
        <translation>Untertitelhöhe %1 %</translation>
    </message>
    <message>
        <source>Subtitles on black</source>
        <translation>Untertitel auf Schwarz</translation>
    </message>
    <message>
        <source>Subtitles with an outline only</source>
        <translation>Untertitel nur mit Umriss</translation>
    </message>
    <message>
        <source>Subtitles on a veil</source>
        <translation>Untertitel auf einem Schleier</translation>
    </message>
    <message>
        <source>The subtitles take too long to draw in their own style: shown as plain text</source>
        <translation>Die Untertitel in ihrem eigenen Stil zu zeichnen dauert zu lange: als einfacher Text gezeigt</translation>
    </message>
    <message>
        <source>The style of the subtitles cannot be read: shown as plain text</source>
        <translation>Der Stil der Untertitel ist nicht lesbar: als einfacher Text gezeigt</translation>
    </message>
    <message>
        <source>Subtitles in their own style</source>
        <translation>Untertitel in ihrem eigenen Stil</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::PosterSheet</name>
    <message>
        <source>Choose the poster</source>
        <translation>Plakat wählen</translation>
    </message>
    <message>
        <source>Use this picture</source>
        <translation>Dieses Bild nehmen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Reading the film&apos;s pictures ...</source>
        <translation>Die Bilder des Films werden gelesen ...</translation>
    </message>
    <message>
        <source>Sharpest pictures</source>
        <translation>Schärfste Bilder</translation>
    </message>
    <message>
        <source>Picture %1</source>
        <translation>Bild %1</translation>
    </message>
    <message>
        <source>An image of your own...</source>
        <translation>Eigenes Bild ...</translation>
    </message>
    <message>
        <source>Which part is kept</source>
        <translation>Welcher Teil bleibt</translation>
    </message>
    <message>
        <source>All of it</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Poster 2:3</source>
        <translation>Plakat 2:3</translation>
    </message>
    <message>
        <source>Wide 16:9</source>
        <translation>Breit 16:9</translation>
    </message>
    <message>
        <source>Covers in the library are 2:3, cut from the middle. Drag the frame or its corners; keys: arrows, + and -.</source>
        <translation>Titelbilder der Bibliothek sind 2:3, aus der Mitte geschnitten. Rahmen oder Ecken ziehen; Tasten: Pfeile, + und -.</translation>
    </message>
    <message>
        <source>Picture at %1</source>
        <translation>Bild bei %1</translation>
    </message>
    <message>
        <source>Choose a poster</source>
        <translation>Plakat wählen</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg)</source>
        <translation>Bilder (*.png *.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>%1 of %2. Arrow keys go along the strip, with Shift from one picture of the film to the next.</source>
        <translation>%1 von %2. Pfeiltasten gehen den Streifen entlang, mit Umschalt von einem Bild des Films zum nächsten.</translation>
    </message>
    <message>
        <source>Waits for the picture</source>
        <translation>Wartet auf das Bild</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::PresetList</name>
    <message>
        <source>Name of a preset</source>
        <translation>Name einer Vorlage</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Festival copies</source>
        <translation>Festivalkopien</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Name it first</source>
        <translation>Gib zuerst einen Namen ein</translation>
    </message>
    <message>
        <source>What this preset said is replaced by what this draft says.</source>
        <translation>Was diese Vorlage sagte, wird durch diesen Entwurf ersetzt.</translation>
    </message>
    <message>
        <source>Terms, price, editions, royalties, pictures, key nodes of this draft</source>
        <translation>Bedingungen, Preis, Auflage, Beteiligungen, Bilder und Schlüsselknoten dieses Entwurfs</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>No presets yet. Save what this draft says under a name, for the next films.</source>
        <translation>Noch keine Vorlagen. Speichere, was dieser Entwurf sagt, unter einem Namen für die nächsten Filme.</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Frei</translation>
    </message>
    <message>
        <source>Only people I grant</source>
        <translation>Nur Personen, die ich zulasse</translation>
    </message>
    <message>
        <source>key nodes of its own</source>
        <translation>eigene Schlüsselknoten</translation>
    </message>
    <message>
        <source>for new drafts</source>
        <translation>für neue Entwürfe</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Not for new drafts</source>
        <translation>Nicht für neue Entwürfe</translation>
    </message>
    <message>
        <source>For new drafts</source>
        <translation>Für neue Entwürfe</translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation>%1 umbenennen</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>%1 löschen</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>Neuer Name</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::PreviewEndCard</name>
    <message>
        <source>That was the free preview</source>
        <translation>Das war die freie Vorschau</translation>
    </message>
    <message>
        <source>Watch again</source>
        <translation>Noch einmal ansehen</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::PreviewRow</name>
    <message>
        <source>Free preview</source>
        <translation>Freie Vorschau</translation>
    </message>
    <message>
        <source>Begin preview here</source>
        <translation>Vorschau hier beginnen</translation>
    </message>
    <message>
        <source>Length of the free preview</source>
        <translation>Länge der freien Vorschau</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Let the free preview begin where the playhead is (P)</source>
        <translation>Die freie Vorschau beginnen lassen, wo die Abspielmarke steht (P)</translation>
    </message>
    <message>
        <source>%1 to %2: anyone can watch it, and it is not encrypted.</source>
        <translation>%1 bis %2: für alle zu sehen und nicht verschlüsselt.</translation>
    </message>
    <message>
        <source>Nobody sees any of it before buying. A preview helps to decide.</source>
        <translation>Vor dem Kauf sieht niemand etwas davon. Eine Vorschau hilft bei der Entscheidung.</translation>
    </message>
    <message>
        <source>Nobody sees any of it before opening it.</source>
        <translation>Niemand sieht etwas davon, ohne ihn zu öffnen.</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::PublishPage</name>
    <message>
        <source>Publish</source>
        <translation>Veröffentlichen</translation>
    </message>
    <message>
        <source>Pause all</source>
        <translation>Alle anhalten</translation>
    </message>
    <message>
        <source>Resume all</source>
        <translation>Alle fortsetzen</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Nothing is being published</source>
        <translation>Gerade wird nichts veröffentlicht</translation>
    </message>
    <message>
        <source>A film that you publish shows here how far it is, stage by stage.</source>
        <translation>Ein Film, den du veröffentlichst, zeigt hier Stufe für Stufe, wie weit er ist.</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Neuer Film</translation>
    </message>
    <message>
        <source>%1, place %2 of %3 that wait</source>
        <translation>%1, Platz %2 von %3 wartenden</translation>
    </message>
    <message>
        <source>What stopped %1</source>
        <translation>Was %1 aufgehalten hat</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>Code: %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Too late to cancel: the record of %1 is being written</source>
        <translation>Zu spät zum Abbrechen: Der Eintrag von %1 wird gerade geschrieben</translation>
    </message>
    <message>
        <source>Cancel %1</source>
        <translation>%1 abbrechen</translation>
    </message>
    <message>
        <source>Its record may stand in the rights log already; it is unpublished then. What was encrypted here is removed, and the film is a draft again.</source>
        <translation>Sein Eintrag steht vielleicht schon im Rechteprotokoll; dann wird die Veröffentlichung zurückgenommen. Was hier verschlüsselt wurde, wird entfernt, und der Film ist wieder ein Entwurf.</translation>
    </message>
    <message>
        <source>What was encrypted so far is removed, nobody can open the film, and it is a draft again. The video file stays where it is.</source>
        <translation>Was bisher verschlüsselt wurde, wird entfernt, niemand kann den Film öffnen, und er ist wieder ein Entwurf. Die Videodatei bleibt, wo sie ist.</translation>
    </message>
    <message>
        <source>Cancel publishing</source>
        <translation>Veröffentlichen abbrechen</translation>
    </message>
    <message>
        <source>Go on publishing</source>
        <translation>Weiter veröffentlichen</translation>
    </message>
    <message>
        <source>Link copied</source>
        <translation>Link kopiert</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::PublishPanel</name>
    <message>
        <source>Ready to publish</source>
        <translation>Bereit zum Veröffentlichen</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Veröffentlichen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Video checked, 1 track</source>
        <translation>Video geprüft, 1 Spur</translation>
    </message>
    <message>
        <source>Video checked, %1 tracks</source>
        <translation>Video geprüft, %1 Spuren</translation>
    </message>
    <message>
        <source>Find the video</source>
        <translation>Video suchen</translation>
    </message>
    <message>
        <source>Title and poster</source>
        <translation>Titel und Poster</translation>
    </message>
    <message>
        <source>Give it a title</source>
        <translation>Gib ihm einen Titel</translation>
    </message>
    <message>
        <source>Only people you grant</source>
        <translation>Nur Personen, die du zulässt</translation>
    </message>
    <message>
        <source>Free to watch</source>
        <translation>Frei anzusehen</translation>
    </message>
    <message>
        <source>Your key is ready to sign</source>
        <translation>Dein Schlüssel ist zum Signieren bereit</translation>
    </message>
    <message>
        <source>Unlock your key</source>
        <translation>Entsperre deinen Schlüssel</translation>
    </message>
    <message>
        <source>%1 of %2 key nodes answer</source>
        <translation>%1 von %2 Schlüsselknoten antworten</translation>
    </message>
    <message>
        <source>Gateway answers</source>
        <translation>Gateway antwortet</translation>
    </message>
    <message>
        <source>Start the gateway</source>
        <translation>Gateway starten</translation>
    </message>
    <message>
        <source>Untitled film</source>
        <translation>Film ohne Titel</translation>
    </message>
    <message>
        <source>Watch now</source>
        <translation>Jetzt ansehen</translation>
    </message>
    <message>
        <source>for people you grant · protected</source>
        <translation>für Zugelassene · geschützt</translation>
    </message>
    <message>
        <source>free · protected</source>
        <translation>frei · geschützt</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Ready to publish, %1</source>
        <translation>Bereit zum Veröffentlichen, %1</translation>
    </message>
    <message>
        <source>It is converted and encrypted here, then about %1 are uploaded. You can go on working.</source>
        <translation>Er wird hier umgewandelt und verschlüsselt, dann werden etwa %1 hochgeladen. Du kannst weiterarbeiten.</translation>
    </message>
    <message>
        <source>One thing is left. Your draft is saved.</source>
        <translation>Eins fehlt noch. Dein Entwurf ist gespeichert.</translation>
    </message>
    <message>
        <source>%1 things are left. Your draft is saved.</source>
        <translation>%1 Dinge fehlen noch. Dein Entwurf ist gespeichert.</translation>
    </message>
    <message>
        <source>Finish what is open first</source>
        <translation>Erledige erst, was noch offen ist</translation>
    </message>
    <message>
        <source>Publish %1</source>
        <translation>%1 veröffentlichen</translation>
    </message>
    <message>
        <source>Look at the chapters</source>
        <translation>Sieh dir die Kapitel an</translation>
    </message>
    <message>
        <source>It is encrypted here, then about %1 are uploaded. You can go on working.</source>
        <translation>Er wird hier verschlüsselt, dann werden etwa %1 hochgeladen. Du kannst weiterarbeiten.</translation>
    </message>
    <message>
        <source>Sold for %1</source>
        <translation>Verkauft für %1</translation>
    </message>
    <message>
        <source>Name price and copies</source>
        <translation>Preis und Exemplare nennen</translation>
    </message>
    <message>
        <source>Royalties add up to 100 %</source>
        <translation>Beteiligungen ergeben 100 %</translation>
    </message>
    <message>
        <source>Look at the royalties</source>
        <translation>Beteiligungen ansehen</translation>
    </message>
    <message>
        <source>Buy</source>
        <translation>Kaufen</translation>
    </message>
    <message>
        <source>Buy for %1</source>
        <translation>Für %1 kaufen</translation>
    </message>
    <message>
        <source>%1 · can be resold · protected</source>
        <translation>%1 · darf weiterverkauft werden · geschützt</translation>
    </message>
    <message>
        <source>%1 · protected</source>
        <translation>%1 · geschützt</translation>
    </message>
    <message>
        <source>Cut to %1 of %2</source>
        <translation>Auf %1 von %2 gekürzt</translation>
    </message>
    <message>
        <source>Free preview of %1</source>
        <translation>Freie Vorschau von %1</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::QualityCard</name>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>Keep the source</source>
        <translation>Quelle behalten</translation>
    </message>
    <message>
        <source>One picture, as it is</source>
        <translation>Ein Bild, wie es ist</translation>
    </message>
    <message>
        <source>Adaptive streaming</source>
        <translation>Adaptives Streaming</translation>
    </message>
    <message>
        <source>Plays on slow networks, too</source>
        <translation>Spielt auch in langsamen Netzen</translation>
    </message>
    <message>
        <source>This video is too small for it</source>
        <translation>Dafür ist dieses Video zu klein</translation>
    </message>
    <message>
        <source>The video is not read yet</source>
        <translation>Das Video ist noch nicht gelesen</translation>
    </message>
    <message>
        <source>%1 in all, with sound. Made while it is encrypted; the quality is kept, so the size follows the film.</source>
        <translation>%1 insgesamt, mit Ton. Sie entstehen beim Verschlüsseln; die Qualität wird gehalten, daher folgt die Größe dem Film.</translation>
    </message>
    <message>
        <source>%1, the source as it is</source>
        <translation>%1, die Quelle, wie sie ist</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::QueueModel</name>
    <message>
        <source>Only people you grant</source>
        <translation>Nur Personen, die du zulässt</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Frei</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Veröffentlicht</translation>
    </message>
    <message>
        <source>This stage: %1 left</source>
        <translation>Diese Stufe: noch %1</translation>
    </message>
    <message>
        <source>Waits for its turn</source>
        <translation>Wartet, bis er an der Reihe ist</translation>
    </message>
    <message>
        <source>Starts when Keyreel is ready</source>
        <translation>Beginnt, wenn Keyreel bereit ist</translation>
    </message>
    <message>
        <source>Paused by you</source>
        <translation>Von dir angehalten</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Waiting for the gateway</source>
        <translation>Wartet auf das Gateway</translation>
    </message>
    <message>
        <source>Your film is safe here; Retry goes on from there.</source>
        <translation>Dein Film ist hier sicher; „Wiederholen“ macht dort weiter.</translation>
    </message>
    <message>
        <source>%1 running</source>
        <translation>%1 in Arbeit</translation>
    </message>
    <message>
        <source>1 needs you</source>
        <translation>1 braucht dich</translation>
    </message>
    <message>
        <source>%1 need you</source>
        <translation>%1 brauchen dich</translation>
    </message>
    <message>
        <source>%1 paused</source>
        <translation>%1 angehalten</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 wartend</translation>
    </message>
    <message>
        <source>%1 published</source>
        <translation>%1 veröffentlicht</translation>
    </message>
    <message>
        <source>Waiting for the gateway · tries again in %1</source>
        <translation>Wartet auf das Gateway · versucht es in %1 erneut</translation>
    </message>
    <message>
        <source>Your film is safe here; Keyreel goes on by itself as soon as it is answered.</source>
        <translation>Dein Film ist hier sicher; Keyreel macht von selbst weiter, sobald es Antwort bekommt.</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::QuorumDiagram</name>
    <message>
        <source>%1 not needed</source>
        <translation>%1 nicht gebraucht</translation>
    </message>
    <message>
        <source>%1 being asked</source>
        <translation>%1 wird gefragt</translation>
    </message>
    <message>
        <source>%1 of %2 key nodes answered</source>
        <translation>%1 von %2 Schlüsselknoten haben geantwortet</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::ReadinessList</name>
    <message>
        <source>Ready to publish, %1 of %2</source>
        <translation>Bereit zum Veröffentlichen, %1 von %2</translation>
    </message>
    <message>
        <source>, done</source>
        <translation>, erledigt</translation>
    </message>
    <message>
        <source>, open. Enter shows it</source>
        <translation>, offen. Eingabe zeigt es</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::RecentDrafts</name>
    <message>
        <source>Recent drafts</source>
        <translation>Letzte Entwürfe</translation>
    </message>
    <message>
        <source>Publish all that are ready (%1)...</source>
        <translation>Alle fertigen veröffentlichen (%1)...</translation>
    </message>
    <message>
        <source>Keyreel has to be unlocked and reach its gateway first</source>
        <translation>Keyreel muss erst entsperrt sein und sein Gateway erreichen</translation>
    </message>
    <message>
        <source>See fewer</source>
        <translation>Weniger zeigen</translation>
    </message>
    <message>
        <source>See all %1</source>
        <translation>Alle %1 zeigen</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::Restoring</name>
    <message>
        <source>Restore from</source>
        <translation>Wiederherstellen aus</translation>
    </message>
    <message>
        <source>24 words</source>
        <translation>24 Wörter</translation>
    </message>
    <message>
        <source>Recovery kit</source>
        <translation>Wiederherstellungskit</translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation>Auswählen...</translation>
    </message>
    <message>
        <source>Password of the kit</source>
        <translation>Passwort des Kits</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>The file that you made under Keys &amp; devices or with keyreel-cli, and its password. It is only read.</source>
        <translation>Die Datei, die du unter Schlüssel &amp; Geräte oder mit keyreel-cli gemacht hast, und ihr Passwort. Sie wird nur gelesen.</translation>
    </message>
    <message>
        <source>Type or paste the 24 words that you wrote down, with spaces between them.</source>
        <translation>Tippe die 24 Wörter ein, die du aufgeschrieben hast, oder füge sie ein, durch Leerzeichen getrennt.</translation>
    </message>
    <message>
        <source>Choose a recovery kit</source>
        <translation>Wiederherstellungskit auswählen</translation>
    </message>
    <message>
        <source>No such file</source>
        <translation>Diese Datei gibt es nicht</translation>
    </message>
    <message>
        <source>Needed</source>
        <translation>Erforderlich</translation>
    </message>
    <message>
        <source>Restore your identity</source>
        <translation>Identität wiederherstellen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::RevokedPage</name>
    <message>
        <source>This computer was revoked</source>
        <translation>Dieser Computer wurde ausgeschlossen</translation>
    </message>
    <message>
        <source>Still here</source>
        <translation>Noch hier</translation>
    </message>
    <message>
        <source>Your library, your drafts and your vault</source>
        <translation>Deine Bibliothek, deine Entwürfe und dein Tresor</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>Opening, publishing and letting people in</source>
        <translation>Öffnen, Veröffentlichen und Zulassen</translation>
    </message>
    <message>
        <source>If that was you, nothing is left to do here. To use this computer again, prove that the identity is yours: it then gets a new device key, and the old one stays refused.</source>
        <translation>Wenn du das warst, ist hier nichts mehr zu tun. Um diesen Computer wieder zu benutzen, weise nach, dass die Identität deine ist: Er bekommt dann einen neuen Geräteschlüssel, und der alte bleibt abgelehnt.</translation>
    </message>
    <message>
        <source>Restore with words or a kit...</source>
        <translation>Mit Wörtern oder Kit wiederherstellen...</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal nachsehen</translation>
    </message>
    <message>
        <source>&apos;%1&apos; was taken off your account from another of your devices. Key nodes and gateways refuse it.</source>
        <translation>„%1“ wurde von einem anderen deiner Geräte aus deinem Konto entfernt. Schlüsselknoten und Gateways lehnen es ab.</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::RoyaltiesCard</name>
    <message>
        <source>Add person</source>
        <translation>Person hinzufügen</translation>
    </message>
    <message>
        <source>Royalties</source>
        <translation>Beteiligungen</translation>
    </message>
    <message>
        <source>who shares the income</source>
        <translation>wer an den Einnahmen teilhat</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Remove this person</source>
        <translation>Diese Person entfernen</translation>
    </message>
    <message>
        <source>At most %1 people</source>
        <translation>Höchstens %1 Personen</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Du</translation>
    </message>
    <message>
        <source>the gateway</source>
        <translation>das Gateway</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; (you) has the rest, %2. The gateway keeps %3.</source>
        <translation>&lt;b&gt;%1&lt;/b&gt; (du) hat den Rest, %2. Das Gateway behält %3.</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; (you) has the rest, %2.</source>
        <translation>&lt;b&gt;%1&lt;/b&gt; (du) hat den Rest, %2.</translation>
    </message>
    <message>
        <source>%1 too much</source>
        <translation>%1 zu viel</translation>
    </message>
    <message>
        <source>The gateway has not said yet what it keeps.</source>
        <translation>Das Gateway hat noch nicht gesagt, was es behält.</translation>
    </message>
    <message>
        <source>Adds up to 100 %</source>
        <translation>Ergibt 100 %</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::ScrubBar</name>
    <message>
        <source>1 hour</source>
        <translation>1 Stunde</translation>
    </message>
    <message>
        <source>%1 hours</source>
        <translation>%1 Stunden</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 Minute</translation>
    </message>
    <message>
        <source>%1 minutes</source>
        <translation>%1 Minuten</translation>
    </message>
    <message>
        <source>1 second</source>
        <translation>1 Sekunde</translation>
    </message>
    <message>
        <source>%1 seconds</source>
        <translation>%1 Sekunden</translation>
    </message>
    <message>
        <source>0 seconds</source>
        <translation>0 Sekunden</translation>
    </message>
    <message>
        <source>Position %1</source>
        <translation>Position %1</translation>
    </message>
    <message>
        <source>Position %1 of %2</source>
        <translation>Position %1 von %2</translation>
    </message>
    <message>
        <source>, chapter %1 %2</source>
        <translation>, Kapitel %1 %2</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::SearchField</name>
    <message>
        <source>Clear search</source>
        <translation>Suche leeren</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Every change applies at once, a language at the next start</source>
        <translation>Jede Änderung gilt sofort, die Sprache ab dem nächsten Start</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>Einstellung suchen</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Abschnitte</translation>
    </message>
    <message>
        <source>No setting has this in its name.</source>
        <translation>Keine Einstellung heißt so.</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Theme Like the system Dark Light</source>
        <translation>Farbschema Wie das System Dunkel Hell Theme</translation>
    </message>
    <message>
        <source>More contrast</source>
        <translation>Mehr Kontrast</translation>
    </message>
    <message>
        <source>Stronger lines around fields, buttons and cards</source>
        <translation>Kräftigere Linien um Felder, Knöpfe und Karten</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>Weniger Bewegung</translation>
    </message>
    <message>
        <source>Pages and panels change at once</source>
        <translation>Seiten und Flächen wechseln sofort</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>From the next start of Keyreel on</source>
        <translation>Ab dem nächsten Start von Keyreel</translation>
    </message>
    <message>
        <source>Playback</source>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>Go on where I stopped</source>
        <translation>Dort weitermachen, wo ich aufgehört habe</translation>
    </message>
    <message>
        <source>Off: every film begins at its beginning</source>
        <translation>Aus: Jeder Film beginnt am Anfang</translation>
    </message>
    <message>
        <source>Publishing</source>
        <translation>Veröffentlichen</translation>
    </message>
    <message>
        <source>Access for new films</source>
        <translation>Zugriff bei neuen Filmen</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Frei</translation>
    </message>
    <message>
        <source>Only people I grant</source>
        <translation>Nur Personen, die ich zulasse</translation>
    </message>
    <message>
        <source>You choose again for every film</source>
        <translation>Bei jedem Film wählst du neu</translation>
    </message>
    <message>
        <source>Films at a time</source>
        <translation>Filme gleichzeitig</translation>
    </message>
    <message>
        <source>The others wait in the order that you give them</source>
        <translation>Die anderen warten in der von dir gewählten Reihenfolge</translation>
    </message>
    <message>
        <source>Upload no faster than</source>
        <translation>Höchstens so schnell hochladen</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Unbegrenzt</translation>
    </message>
    <message>
        <source>All uploads together; downloads are not slowed</source>
        <translation>Alle Uploads zusammen; Downloads bleiben schnell</translation>
    </message>
    <message>
        <source>When all films are published</source>
        <translation>Wenn alle Filme veröffentlicht sind</translation>
    </message>
    <message>
        <source>Do nothing</source>
        <translation>Nichts tun</translation>
    </message>
    <message>
        <source>Notify me</source>
        <translation>Benachrichtigen</translation>
    </message>
    <message>
        <source>Play a sound</source>
        <translation>Ton abspielen</translation>
    </message>
    <message>
        <source>Quit Keyreel, once</source>
        <translation>Keyreel beenden, einmal</translation>
    </message>
    <message>
        <source>Also when the rest failed or is paused</source>
        <translation>Auch wenn der Rest gescheitert oder angehalten ist</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Gateway Key nodes Network Server</source>
        <translation>Gateway Schlüsselknoten Netz Netzwerk Server</translation>
    </message>
    <message>
        <source>Test now</source>
        <translation>Jetzt testen</translation>
    </message>
    <message>
        <source>Ask them all</source>
        <translation>Alle fragen</translation>
    </message>
    <message>
        <source>Shows who answers at this moment</source>
        <translation>Zeigt, wer in diesem Moment antwortet</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Your profile</source>
        <translation>Dein Profil</translation>
    </message>
    <message>
        <source>Library, drafts, jobs, your sealed record and your locked keys</source>
        <translation>Bibliothek, Entwürfe, Aufträge, dein versiegeltes Protokoll und deine verschlossenen Schlüssel</translation>
    </message>
    <message>
        <source>This computer&apos;s network</source>
        <translation>Das Netz dieses Computers</translation>
    </message>
    <message>
        <source>What its own gateway and key nodes keep</source>
        <translation>Was sein eigenes Gateway und seine Schlüsselknoten speichern</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>See all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>All shortcuts</source>
        <translation>Alle Tastenkürzel</translation>
    </message>
    <message>
        <source>Every act works without a mouse</source>
        <translation>Alles geht ohne Maus</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Über</translation>
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
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <source>not reached yet</source>
        <translation>noch nicht erreicht</translation>
    </message>
    <message>
        <source>%1, no answer</source>
        <translation>%1, keine Antwort</translation>
    </message>
    <message>
        <source>To open a film</source>
        <translation>Um einen Film zu öffnen</translation>
    </message>
    <message>
        <source>any %1 of %2 key nodes</source>
        <translation>%1 beliebige von %2 Schlüsselknoten</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>Change...</source>
        <translation>Ändern...</translation>
    </message>
    <message>
        <source>Where your films are published</source>
        <translation>Wo deine Filme veröffentlicht werden</translation>
    </message>
    <message>
        <source>This computer, or a gateway and key nodes of others; films stay where they are</source>
        <translation>Dieser Computer, oder Gateway und Schlüsselknoten anderer; Filme bleiben, wo sie sind</translation>
    </message>
    <message>
        <source>Save...</source>
        <translation>Speichern...</translation>
    </message>
    <message>
        <source>Network file</source>
        <translation>Netzdatei</translation>
    </message>
    <message>
        <source>With it another computer of yours meets the same network</source>
        <translation>Damit findet ein anderer deiner Computer dasselbe Netz</translation>
    </message>
    <message>
        <source>Waits until the network is up</source>
        <translation>Wartet, bis das Netz da ist</translation>
    </message>
    <message>
        <source>Nobody else reaches the network of this computer</source>
        <translation>Niemand sonst erreicht das Netz dieses Computers</translation>
    </message>
    <message>
        <source>Save the network file</source>
        <translation>Die Netzdatei speichern</translation>
    </message>
    <message>
        <source>Watched folder</source>
        <translation>Beobachteter Ordner</translation>
    </message>
    <message>
        <source>New videos in it become drafts; nothing is published by itself</source>
        <translation>Neue Videos darin werden Entwürfe; nichts wird von selbst veröffentlicht</translation>
    </message>
    <message>
        <source>Run a command...</source>
        <translation>Befehl ausführen ...</translation>
    </message>
    <message>
        <source>Change shortcuts</source>
        <translation>Tastenkürzel ändern</translation>
    </message>
    <message>
        <source>Keys of your own for every command of window and player</source>
        <translation>Eigene Tasten für jeden Befehl von Fenster und Player</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Privatsphäre</translation>
    </message>
    <message>
        <source>Remember what I watch</source>
        <translation>Merken, was ich ansehe</translation>
    </message>
    <message>
        <source>Where you stopped, and the tracks and subtitles that you chose; only on this computer</source>
        <translation>Wo du aufgehört hast und welche Spuren und Untertitel du gewählt hast; nur auf diesem Computer</translation>
    </message>
    <message>
        <source>Forget...</source>
        <translation>Vergessen...</translation>
    </message>
    <message>
        <source>Forget what I watched</source>
        <translation>Vergessen, was ich angesehen habe</translation>
    </message>
    <message>
        <source>Your films themselves stay</source>
        <translation>Deine Filme selbst bleiben</translation>
    </message>
    <message>
        <source>Key nodes learn</source>
        <translation>Schlüsselknoten erfahren</translation>
    </message>
    <message>
        <source>which of your devices opens which film, and when</source>
        <translation>welches deiner Geräte wann welchen Film öffnet</translation>
    </message>
    <message>
        <source>A gateway learns</source>
        <translation>Ein Gateway erfährt</translation>
    </message>
    <message>
        <source>Keyreel has forgotten what you watched</source>
        <translation>Keyreel hat vergessen, was du angesehen hast</translation>
    </message>
    <message>
        <source>Forget what you watched</source>
        <translation>Vergessen, was du angesehen hast</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Version Qt Licence</source>
        <translation>Version Qt Lizenz</translation>
    </message>
    <message>
        <source>which films you fetch from it, and when</source>
        <translation>welche Filme du wann bei ihm holst</translation>
    </message>
    <message>
        <source>Everyone can read</source>
        <translation>Alle können lesen</translation>
    </message>
    <message>
        <source>in the rights log, which account published, was let in or bought</source>
        <translation>im Rechteprotokoll, welches Konto veröffentlicht hat, eingelassen wurde oder gekauft hat</translation>
    </message>
    <message>
        <source>Keyreel itself tells</source>
        <translation>Keyreel selbst verrät</translation>
    </message>
    <message>
        <source>nothing: no tracking, no statistics, no update checks</source>
        <translation>nichts: keine Verfolgung, keine Statistik, keine Suche nach Updates</translation>
    </message>
    <message>
        <source>Key nodes Gateway rights log tracking</source>
        <translation>Schlüsselknoten Gateway Rechteprotokoll Verfolgung</translation>
    </message>
    <message>
        <source>When you opened films, where you stopped in them, and the tracks, subtitles and picture that you chose for them are gone for good then. Your films stay, and so does the sealed record under Activity: it proves what this computer did.</source>
        <translation>Wann du Filme geöffnet hast, wo du darin aufgehört hast und welche Spuren, Untertitel und welches Bild du dafür gewählt hast, ist dann endgültig fort. Deine Filme bleiben, ebenso das versiegelte Protokoll unter Aktivität: Es belegt, was dieser Computer getan hat.</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::ShortcutRow</name>
    <message>
        <source>Usual keys of: %1</source>
        <translation>Übliche Tasten von: %1</translation>
    </message>
    <message>
        <source>Take it over</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Lassen</translation>
    </message>
    <message>
        <source>Esc changes nothing, Backspace takes the keys away.</source>
        <translation>Esc ändert nichts, die Rücktaste nimmt die Tasten weg.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 is taken by: %2</source>
        <translation>%1 gehört schon zu: %2</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::Shortcuts</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::StagePipeline</name>
    <message>
        <source>Analyze</source>
        <translation>Analyse</translation>
    </message>
    <message>
        <source>Encrypt</source>
        <translation>Verschlüsseln</translation>
    </message>
    <message>
        <source>Split keys</source>
        <translation>Aufteilen</translation>
    </message>
    <message>
        <source>Upload</source>
        <translation>Hochladen</translation>
    </message>
    <message>
        <source>Mint</source>
        <translation>Eintragen</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>stage %1 of %2</source>
        <translation>Stufe %1 von %2</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>nicht begonnen</translation>
    </message>
    <message>
        <source>%1 percent</source>
        <translation>%1 Prozent</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::TagRow</name>
    <message>
        <source>Tags: %1</source>
        <translation>Schlagwörter: %1</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::TagsField</name>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Add a tag, then Enter</source>
        <translation>Schlagwort, dann Eingabe</translation>
    </message>
    <message>
        <source>The first one is the category.</source>
        <translation>Das erste ist die Kategorie.</translation>
    </message>
    <message>
        <source>Shorter, at most %1 bytes</source>
        <translation>Kürzer, höchstens %1 Bytes</translation>
    </message>
    <message>
        <source>At most %1 tags</source>
        <translation>Höchstens %1 Schlagwörter</translation>
    </message>
    <message>
        <source>Category %1, remove</source>
        <translation>Kategorie %1, entfernen</translation>
    </message>
    <message>
        <source>Tag %1, remove</source>
        <translation>Schlagwort %1, entfernen</translation>
    </message>
    <message>
        <source>The category. Click removes it.</source>
        <translation>Die Kategorie. Ein Klick entfernt sie.</translation>
    </message>
    <message>
        <source>Click removes it.</source>
        <translation>Ein Klick entfernt es.</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::TermsCard</name>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Copies for sale</source>
        <translation>Exemplare zum Verkauf</translation>
    </message>
    <message>
        <source>From each resale, back to the split</source>
        <translation>Von jedem Weiterverkauf zurück</translation>
    </message>
    <message>
        <source>Access &amp; price</source>
        <translation>Zugang &amp; Preis</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Frei</translation>
    </message>
    <message>
        <source>Anyone with the link</source>
        <translation>Alle mit dem Link</translation>
    </message>
    <message>
        <source>Only people I grant</source>
        <translation>Nur Personen, die ich zulasse</translation>
    </message>
    <message>
        <source>You let each account in, and out</source>
        <translation>Du bestimmst jedes Konto einzeln</translation>
    </message>
    <message>
        <source>Buy once</source>
        <translation>Einmal kaufen</translation>
    </message>
    <message>
        <source>Buyers keep it for good</source>
        <translation>Käufer behalten ihn für immer</translation>
    </message>
    <message>
        <source>Buy &amp; resell</source>
        <translation>Kaufen &amp; weiterverkaufen</translation>
    </message>
    <message>
        <source>Buyers may pass it on</source>
        <translation>Käufer dürfen ihn weitergeben</translation>
    </message>
    <message>
        <source>Buyers sign an order of this price and send it to you. When they have paid, you let them in on this film&apos;s page.</source>
        <translation>Käufer unterschreiben eine Bestellung zu diesem Preis und schicken sie dir. Wenn sie bezahlt haben, lässt du sie auf der Seite dieses Films ein.</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::TextAreaField</name>
    <message>
        <source>%1 of %2 characters</source>
        <translation>%1 von %2 Zeichen</translation>
    </message>
    <message>
        <source>%1 too many</source>
        <translation>%1 zu viel</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::TimelineCard</name>
    <message>
        <source>Add chapter here</source>
        <translation>Kapitel hier einfügen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Add a chapter where the playhead is (M)</source>
        <translation>Ein Kapitel einfügen, wo die Abspielmarke steht (M)</translation>
    </message>
    <message>
        <source>Give this chapter a title (F2)</source>
        <translation>Diesem Kapitel einen Titel geben (F2)</translation>
    </message>
    <message>
        <source>Remove this chapter (Del)</source>
        <translation>Dieses Kapitel entfernen (Entf)</translation>
    </message>
    <message>
        <source>Reading the video ...</source>
        <translation>Das Video wird gelesen ...</translation>
    </message>
    <message>
        <source>No chapter yet</source>
        <translation>Noch kein Kapitel</translation>
    </message>
    <message>
        <source>Chapter %1</source>
        <translation>Kapitel %1</translation>
    </message>
    <message>
        <source>Chapter %1: %2</source>
        <translation>Kapitel %1: %2</translation>
    </message>
    <message>
        <source>The video is not read yet</source>
        <translation>Das Video ist noch nicht gelesen</translation>
    </message>
    <message>
        <source>At most %1 chapters</source>
        <translation>Höchstens %1 Kapitel</translation>
    </message>
    <message>
        <source>A chapter begins here already</source>
        <translation>Hier beginnt schon ein Kapitel</translation>
    </message>
    <message>
        <source>No chapter begins here</source>
        <translation>Hier beginnt kein Kapitel</translation>
    </message>
    <message>
        <source>Begin here</source>
        <translation>Hier beginnen</translation>
    </message>
    <message>
        <source>End here</source>
        <translation>Hier enden</translation>
    </message>
    <message>
        <source>Take the whole film</source>
        <translation>Den ganzen Film nehmen</translation>
    </message>
    <message>
        <source>Arrow keys go by a second, with Shift by ten, comma and full stop by a picture. M adds a chapter; drag its tab, or move it with Ctrl and the arrows; F2 names it, Del removes it. [ and ] cut off what is in front and behind.</source>
        <translation>Pfeiltasten gehen um eine Sekunde weiter, mit Umschalt um zehn, Komma und Punkt um ein Bild. M fügt ein Kapitel ein; zieh sein Feld, oder verschiebe es mit Strg und den Pfeilen; F2 benennt es, Entf entfernt es. [ und ] schneiden ab, was davor und dahinter liegt.</translation>
    </message>
    <message>
        <source>Cut off what is in front of the playhead ([)</source>
        <translation>Abschneiden, was vor der Abspielmarke liegt ([)</translation>
    </message>
    <message>
        <source>Cut off what is behind the playhead (])</source>
        <translation>Abschneiden, was hinter der Abspielmarke liegt (])</translation>
    </message>
    <message>
        <source>The whole film is published.</source>
        <translation>Der ganze Film wird veröffentlicht.</translation>
    </message>
    <message>
        <source>%1 to %2 is published, %3 in all.</source>
        <translation>%1 bis %2 wird veröffentlicht, zusammen %3.</translation>
    </message>
    <message>
        <source>It begins at the key frame before %1, because its pictures stay as they are.</source>
        <translation>Es beginnt beim Schlüsselbild vor %1, weil die Bilder bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>The film is shorter than a preview</source>
        <translation>Der Film ist kürzer als eine Vorschau</translation>
    </message>
    <message>
        <source>P begins the free preview at the playhead.</source>
        <translation>P beginnt die freie Vorschau an der Abspielmarke.</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::TimelineList</name>
    <message>
        <source>Records</source>
        <translation>Einträge</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::TracksPanel</name>
    <message>
        <source>Subtitles and sound</source>
        <translation>Untertitel und Ton</translation>
    </message>
    <message>
        <source>Subtitles</source>
        <translation>Untertitel</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>S</source>
        <translation>S</translation>
    </message>
    <message>
        <source>M</source>
        <translation>M</translation>
    </message>
    <message>
        <source>L</source>
        <translation>L</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>Versatz</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Veil</source>
        <translation>Schleier</translation>
    </message>
    <message>
        <source>Solid</source>
        <translation>Schwarz</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Wortlaut</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>At the top: %1</source>
        <translation>Oben: %1</translation>
    </message>
    <message>
        <source>Subtitles earlier</source>
        <translation>Untertitel früher</translation>
    </message>
    <message>
        <source>Subtitles later</source>
        <translation>Untertitel später</translation>
    </message>
    <message>
        <source>Behind the letters</source>
        <translation>Hinter den Buchstaben</translation>
    </message>
    <message>
        <source>Subtitles lower</source>
        <translation>Untertitel tiefer</translation>
    </message>
    <message>
        <source>Subtitles higher</source>
        <translation>Untertitel höher</translation>
    </message>
    <message>
        <source>The next text at the top of the picture</source>
        <translation>Der nächste Text oben im Bild</translation>
    </message>
    <message>
        <source>All that is said, to search in</source>
        <translation>Alles Gesagte, zum Durchsuchen</translation>
    </message>
    <message>
        <source>Even loudness</source>
        <translation>Gleichmäßige Lautstärke</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Quiet parts about as loud as loud ones</source>
        <translation>Leises etwa so laut wie Lautes</translation>
    </message>
    <message>
        <source>Subtitles in their own style</source>
        <translation>Untertitel in ihrem eigenen Stil</translation>
    </message>
    <message>
        <source>As who made them wants them drawn</source>
        <translation>So, wie sie gemacht wurden</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::TradeCard</name>
    <message>
        <source>Yours to hand on</source>
        <translation>Was du weitergeben kannst</translation>
    </message>
    <message>
        <source>Written into the rights log</source>
        <translation>Ins Rechteprotokoll eingetragen</translation>
    </message>
    <message>
        <source>Your copy</source>
        <translation>Dein Exemplar</translation>
    </message>
    <message>
        <source>Since %1. Its maker lets you pass it on; then it is no longer yours.</source>
        <translation>Seit %1. Du darfst es weitergeben; dann ist es nicht mehr deins.</translation>
    </message>
    <message>
        <source>Give it away...</source>
        <translation>Weitergeben...</translation>
    </message>
    <message>
        <source>Your royalties</source>
        <translation>Deine Anteile</translation>
    </message>
    <message>
        <source>%1 of the income of this film.</source>
        <translation>%1 der Einnahmen dieses Films.</translation>
    </message>
    <message>
        <source>Give some away...</source>
        <translation>Davon weitergeben...</translation>
    </message>
    <message>
        <source>%1 of %2 copies sold, until %3</source>
        <translation>%1 von %2 Exemplaren verkauft, bis %3</translation>
    </message>
    <message>
        <source>%1 sells for you</source>
        <translation>%1 verkauft für dich</translation>
    </message>
    <message>
        <source>End it</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>You may sell this film</source>
        <translation>Du darfst diesen Film verkaufen</translation>
    </message>
    <message>
        <source>Answer an order...</source>
        <translation>Bestellung beantworten...</translation>
    </message>
    <message>
        <source>Sellers</source>
        <translation>Verkäufer</translation>
    </message>
    <message>
        <source>Somebody whom you trust can answer orders in your place.</source>
        <translation>Wem du vertraust, der kann an deiner Stelle Bestellungen beantworten.</translation>
    </message>
    <message>
        <source>Let somebody sell...</source>
        <translation>Verkaufen lassen...</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::TranscriptPanel</name>
    <message>
        <source>Search what is said</source>
        <translation>Im Gesagten suchen</translation>
    </message>
    <message>
        <source>Back to what is said now</source>
        <translation>Zurück zu dem, was gerade gesagt wird</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Wortlaut</translation>
    </message>
    <message>
        <source>What is said</source>
        <translation>Was gesagt wird</translation>
    </message>
    <message>
        <source>Choose subtitles, and what is said stands here.</source>
        <translation>Wähle Untertitel, dann steht hier, was gesagt wird.</translation>
    </message>
    <message>
        <source>Nobody says “%1”.</source>
        <translation>Niemand sagt „%1“.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::TransportBar</name>
    <message>
        <source>Auto</source>
        <translation>Auto</translation>
    </message>
    <message>
        <source>Playback</source>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>Kapitel</translation>
    </message>
    <message>
        <source>live</source>
        <translation>live</translation>
    </message>
    <message>
        <source>Chapter %1</source>
        <translation>Kapitel %1</translation>
    </message>
    <message>
        <source>There is no sound here</source>
        <translation>Hier ist kein Ton</translation>
    </message>
    <message>
        <source>Back 10 seconds</source>
        <translation>10 Sekunden zurück</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Forward 10 seconds</source>
        <translation>10 Sekunden vor</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Stumm</translation>
    </message>
    <message>
        <source>Subtitles and sound</source>
        <translation>Untertitel und Ton</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Picture in picture</source>
        <translation>Bild im Bild</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Sound on</source>
        <translation>Ton an</translation>
    </message>
    <message>
        <source>Leave full screen</source>
        <translation>Vollbild verlassen</translation>
    </message>
    <message>
        <source>Previous film</source>
        <translation>Voriger Film</translation>
    </message>
    <message>
        <source>Next film</source>
        <translation>Nächster Film</translation>
    </message>
    <message>
        <source>Up next</source>
        <translation>Als Nächstes</translation>
    </message>
    <message>
        <source>This is the first film of the list</source>
        <translation>Das ist der erste Film der Liste</translation>
    </message>
    <message>
        <source>This is the last film of the list</source>
        <translation>Das ist der letzte Film der Liste</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::Trash</name>
    <message>
        <source>Untitled film</source>
        <translation>Film ohne Titel</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::UpNextCard</name>
    <message>
        <source>Play now</source>
        <translation>Jetzt abspielen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Up next: %1</source>
        <translation>Als Nächstes: %1</translation>
    </message>
    <message>
        <source>Up next, in %1 s</source>
        <translation>Als Nächstes, in %1 s</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::VolumeSlider</name>
    <message>
        <source>Volume %1 %</source>
        <translation>Lautstärke %1 %</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::WatchFolderControl</name>
    <message>
        <source>Stop</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Watch no folder</source>
        <translation>Keinen Ordner beobachten</translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation>Auswählen...</translation>
    </message>
    <message>
        <source>Choose the watched folder...</source>
        <translation>Beobachteten Ordner auswählen...</translation>
    </message>
    <message>
        <source>Choose a folder to watch</source>
        <translation>Ordner zum Beobachten auswählen</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>%1 is not there now</source>
        <translation>%1 ist gerade nicht da</translation>
    </message>
</context>
<context>
    <name>keyreel::ui::format</name>
    <message>
        <source>Arabic</source>
        <translation>Arabisch</translation>
    </message>
    <message>
        <source>Bulgarian</source>
        <translation>Bulgarisch</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>Chinesisch</translation>
    </message>
    <message>
        <source>Croatian</source>
        <translation>Kroatisch</translation>
    </message>
    <message>
        <source>Czech</source>
        <translation>Tschechisch</translation>
    </message>
    <message>
        <source>Danish</source>
        <translation>Dänisch</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>Niederländisch</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Englisch</translation>
    </message>
    <message>
        <source>Finnish</source>
        <translation>Finnisch</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Französisch</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>Greek</source>
        <translation>Griechisch</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation>Hebräisch</translation>
    </message>
    <message>
        <source>Hindi</source>
        <translation>Hindi</translation>
    </message>
    <message>
        <source>Hungarian</source>
        <translation>Ungarisch</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>Italienisch</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>Japanisch</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>Koreanisch</translation>
    </message>
    <message>
        <source>Persian</source>
        <translation>Persisch</translation>
    </message>
    <message>
        <source>Polish</source>
        <translation>Polnisch</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>Portugiesisch</translation>
    </message>
    <message>
        <source>Romanian</source>
        <translation>Rumänisch</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>Russisch</translation>
    </message>
    <message>
        <source>Serbian</source>
        <translation>Serbisch</translation>
    </message>
    <message>
        <source>Slovak</source>
        <translation>Slowakisch</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Spanisch</translation>
    </message>
    <message>
        <source>Swedish</source>
        <translation>Schwedisch</translation>
    </message>
    <message>
        <source>Thai</source>
        <translation>Thailändisch</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>Türkisch</translation>
    </message>
    <message>
        <source>Ukrainian</source>
        <translation>Ukrainisch</translation>
    </message>
    <message>
        <source>Vietnamese</source>
        <translation>Vietnamesisch</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>Bytes</translation>
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
        <translation>1 Sekunde</translation>
    </message>
    <message>
        <source>%1 seconds</source>
        <translation>%1 Sekunden</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 Minute</translation>
    </message>
    <message>
        <source>%1 minutes</source>
        <translation>%1 Minuten</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 Stunde</translation>
    </message>
    <message>
        <source>%1 hours</source>
        <translation>%1 Stunden</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>%1 %2 left</source>
        <translation>noch %1 %2</translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation>noch %1 s</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>noch %1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min left</source>
        <translation>noch %1 h %2 min</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>a format of QDate</comment>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <comment>a format of QDate</comment>
        <translation>d. MMMM</translation>
    </message>
    <message>
        <source>Today, %1</source>
        <translation>Heute, %1</translation>
    </message>
    <message>
        <source>Yesterday, %1</source>
        <translation>Gestern, %1</translation>
    </message>
    <message>
        <source>dddd, d MMMM yyyy</source>
        <comment>a format of QDate</comment>
        <translation>dddd, d. MMMM yyyy</translation>
    </message>
    <message>
        <source>today, %1</source>
        <translation>heute, %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>&lt; 1 ms</source>
        <translation>&lt; 1 ms</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
</context>
</TS>
