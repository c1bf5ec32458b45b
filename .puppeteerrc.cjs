// whatsapp-web.js brings Puppeteer along. Birge uses a Chromium that is there already (CHROMIUM_PATH), so none is fetched.
module.exports = { skipDownload: true };
