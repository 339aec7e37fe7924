'use strict';

const video = document.querySelector('video');

function within(seconds, promise) {
    const late = new Promise((_, refuse) => setTimeout(() => refuse(new Error('nothing after ' + seconds + ' s')), seconds * 1000));
    return Promise.race([promise, late]);
}

function until(event, holds) {
    return new Promise((done, refuse) => {
        video.addEventListener('error', () => refuse(new Error('media error: ' + (video.error && video.error.message))));
        const look = () => holds() && done();
        video.addEventListener(event, look);
        look();
    });
}

/** Sound without a picture: goes on playing behind `second`; how many bytes of it were decoded. */
async function hearAt(second) {
    video.currentTime = second;
    await until('seeked', () => !video.seeking && video.currentTime >= second);
    await until('timeupdate', () => video.currentTime > second + 0.5);
    video.pause();
    return {mediaTime: video.currentTime, width: 0, duration: video.duration, heard: video.webkitAudioDecodedByteCount};
}

/** Plays past the first segment, then stands still at `second`, on a picture that has been drawn. */
async function showAt(second) {
    const played = until('timeupdate', () => video.currentTime > 0.5);
    await video.play();
    await played;
    if (video.videoWidth === 0) return hearAt(second);
    video.pause();
    // A picture of before the seek may still be on its way to the screen.
    const drawn = new Promise((done) => {
        const look = (_, frame) =>
            Math.abs(frame.mediaTime - second) < 0.1 ? done(frame.mediaTime) : video.requestVideoFrameCallback(look);
        video.requestVideoFrameCallback(look);
    });
    const sought = until('seeked', () => !video.seeking && Math.abs(video.currentTime - second) < 0.01);
    video.currentTime = second;
    await sought;
    const mediaTime = await drawn;
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    return {mediaTime, width: video.videoWidth, height: video.videoHeight, duration: video.duration};
}

/** The words that `texts` has at `second`. */
async function wordsAt(second, texts) {
    await until('loadeddata', () => video.readyState >= 2);
    video.currentTime = second;
    for (let tries = 0; tries < 200; ++tries) {
        // A player may go to its own beginning after the first data are there.
        if (!video.seeking && Math.abs(video.currentTime - second) > 0.5) video.currentTime = second;
        const words = texts().join(' ').trim();
        if (!video.seeking && words) return words;
        await new Promise((done) => setTimeout(done, 100));
    }
    return '';
}

/** By time: activeCues lags behind a seek of a film that stands still. */
function nativeTexts() {
    const shows = (cue) => cue.startTime <= video.currentTime && video.currentTime < cue.endTime;
    return Array.from(video.textTracks).filter((track) => track.mode !== 'disabled')
        .flatMap((track) => Array.from(track.cues || []).filter(shows).map((cue) => cue.text || ''));
}

async function textWithShaka(manifest, clearKeys, language, second) {
    shaka.polyfill.installAll();
    const player = new shaka.Player();
    await player.attach(video);
    player.configure({drm: {clearKeys}});
    return within(110, (async () => {
        await player.load(manifest);
        const track = player.getTextTracks().find((one) => one.language === language);
        // A track that was chosen by language counts as chosen, but is not shown: another one in between.
        for (const other of player.getTextTracks().filter((one) => one.language !== language)) {
            player.selectTextTrack(other);
            await wordsAt(second, nativeTexts);
        }
        player.selectTextTrack(track);
        return {words: await wordsAt(second, nativeTexts), roles: track.roles, forced: track.forced, label: track.label,
                audio: player.getVariantTracks().map((one) => one.language + ':' + one.audioRoles)};
    })());
}

async function textWithHls(playlist, clearKeys, language, second) {
    const keys = Object.entries(clearKeys).map(([kid, key]) => ({kty: 'oct', kid: base64Url(kid), k: base64Url(key)}));
    const license = new TextEncoder().encode(JSON.stringify({keys, type: 'temporary'}));
    const hls = new Hls({
        emeEnabled: true,
        drmSystems: {'org.w3.clearkey': {licenseUrl: '/index.html'}},
        licenseXhrSetup: (xhr, url) => xhr.open('GET', url, true),
        licenseResponseCallback: () => license.buffer,
    });
    const ready = new Promise((done) => hls.on(Hls.Events.MANIFEST_PARSED, done));
    hls.loadSource(playlist);
    hls.attachMedia(video);
    return within(100, ready.then(async () => {
        hls.subtitleDisplay = true;
        hls.subtitleTrack = hls.subtitleTracks.findIndex((one) => one.lang === language);
        return {words: await wordsAt(second, nativeTexts), tracks: hls.subtitleTracks.map((one) => one.name)};
    }));
}

async function playWithShaka(manifest, clearKeys, second) {
    shaka.polyfill.installAll();
    const player = new shaka.Player();
    await player.attach(video);
    const explain = (error) => new Error(`Shaka Player error ${error.code} ${JSON.stringify(error.data || String(error))}`);
    let failed;
    const error = new Promise((_, refuse) => { failed = refuse; });
    player.addEventListener('error', (event) => failed(explain(event.detail)));
    player.configure({drm: {clearKeys}});
    const shown = (async () => {
        await player.load(manifest).catch((reason) => { throw explain(reason); });
        return showAt(second);
    })();
    return within(100, Promise.race([shown, error]));
}

function base64Url(hex) {
    const bytes = hex.match(/../g).map((pair) => String.fromCharCode(parseInt(pair, 16))).join('');
    return btoa(bytes).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');
}

/** hls.js asks a server for licenses; here the answer is put together on the page, a JSON Web Key set. */
async function playWithHls(playlist, clearKeys, second) {
    const keys = Object.entries(clearKeys).map(([kid, key]) => ({kty: 'oct', kid: base64Url(kid), k: base64Url(key)}));
    const license = new TextEncoder().encode(JSON.stringify({keys, type: 'temporary'}));
    const hls = new Hls({
        emeEnabled: true,
        drmSystems: {'org.w3.clearkey': {licenseUrl: '/index.html'}},
        licenseXhrSetup: (xhr, url) => xhr.open('GET', url, true),
        licenseResponseCallback: () => license.buffer,
    });
    let failed;
    const error = new Promise((_, refuse) => { failed = refuse; });
    hls.on(Hls.Events.ERROR, (_, data) => {
        if (data.fatal) failed(new Error(`hls.js ${data.details}: ${data.error && data.error.message}`));
    });
    const ready = new Promise((done) => hls.on(Hls.Events.MANIFEST_PARSED, done));
    hls.loadSource(playlist);
    hls.attachMedia(video);
    return within(100, Promise.race([ready.then(() => showAt(second)), error]));
}

async function playWithDashJs(manifest, clearKeys, second) {
    const clearkeys = Object.fromEntries(Object.entries(clearKeys).map(([kid, key]) => [base64Url(kid), base64Url(key)]));
    const player = dashjs.MediaPlayer().create();
    let failed;
    const error = new Promise((_, refuse) => { failed = refuse; });
    player.on(dashjs.MediaPlayer.events.ERROR, (event) => failed(new Error(`dash.js ${event.error.code}: ${event.error.message}`)));
    const ready = new Promise((done) => player.on(dashjs.MediaPlayer.events.STREAM_INITIALIZED, done));
    player.initialize(video, manifest, false);
    player.setProtectionData({'org.w3.clearkey': {clearkeys}});
    return within(100, Promise.race([ready.then(() => showAt(second)), error]));
}

/** Where Shaka Player finds the small picture of `second`. */
async function thumbnailWithShaka(manifest, clearKeys, second) {
    shaka.polyfill.installAll();
    const player = new shaka.Player();
    await player.attach(video);
    player.configure({drm: {clearKeys}});
    return within(100, (async () => {
        await player.load(manifest).catch((error) => { throw new Error(`Shaka Player error ${error.code} ${JSON.stringify(error.data)}`); });
        const [track] = player.getImageTracks();
        const tile = await player.getThumbnails(track.id, second);
        return {uri: tile.uris[0], x: tile.positionX, y: tile.positionY, width: tile.width, height: tile.height,
                startTime: tile.startTime, bandwidth: track.bandwidth};
    })());
}

async function thumbnailWithDashJs(manifest, clearKeys, second) {
    const clearkeys = Object.fromEntries(Object.entries(clearKeys).map(([kid, key]) => [base64Url(kid), base64Url(key)]));
    const player = dashjs.MediaPlayer().create();
    const ready = new Promise((done) => player.on(dashjs.MediaPlayer.events.STREAM_INITIALIZED, done));
    player.initialize(video, manifest, false);
    player.setProtectionData({'org.w3.clearkey': {clearkeys}});
    return within(100, ready.then(async () => {
        // Its thumbnails are there a moment after its streams.
        for (let tries = 0; tries < 100; ++tries) {
            const tile = await new Promise((done) => {
                player.provideThumbnail(second, done);
                setTimeout(() => done(null), 500);
            });
            if (tile) return {url: tile.url, x: tile.x, y: tile.y, width: tile.width, height: tile.height};
            await new Promise((done) => setTimeout(done, 100));
        }
        return {};
    }));
}

/** Plays, then winds until `second` is past. */
async function windWithShaka(manifest, clearKeys, second) {
    shaka.polyfill.installAll();
    const player = new shaka.Player();
    await player.attach(video);
    player.configure({drm: {clearKeys}, streaming: {bufferingGoal: 4}});
    return within(100, (async () => {
        await player.load(manifest);
        const played = until('timeupdate', () => video.currentTime > 0.5);
        await video.play();
        await played;
        const trick = player.getManifest().variants.every((one) => one.video.trickModeVideo);
        player.trickPlay(8);
        await until('timeupdate', () => video.currentTime > second);
        return {time: video.currentTime, trick, fetched: performance.getEntriesByType('resource').map((one) => one.name).filter((name) => name.endsWith('.mp4'))};
    })());
}
