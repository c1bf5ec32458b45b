import { account } from './account.js';
import { Cmd, Conn, Socket } from './connection.js';
import { createWid, MsgKey } from './ids.js';
import { base64, mediaModules } from './media.js';
import { Chat, chats, Msg, putChat } from './models.js';
import { addAndSendMsgToChat } from './sending.js';
import { tell } from './tell.js';

const links = (text) => [...String(text ?? '').matchAll(/https?:\/\/\S+/g)].map(([href]) => ({ href }));
const tellTyping = (kind) => (wid) => tell('typing', { chat: String(wid), kind });
const key = { pubKey: new Uint8Array(32) };

export const modules = {
  ...mediaModules,
  WAWebSocketModel: { Socket },
  WAWebCmd: { Cmd },
  WAWebConnModel: { Conn },
  WAWebOfflineHandler: { OfflineMessageHandler: { getOfflineDeliveryProgress: () => 100 } },
  WAWebAltDeviceLinkingApi: {
    setPairingType() {},
    initializeAltDeviceLinking: async () => undefined,
    startAltLinkingFlow: async (phone) => (await tell('pairing-code', { phone })).code,
    initializeQRLinking: async () => undefined,
  },
  WAWebLaunchSocketUtils: { refreshQR: () => void tell('refresh-qr', {}) },
  WABase64: { encodeB64: base64 },
  WAWebCompanionRegClientUtils: { DEVICE_PLATFORM: '1' },
  WAWebAdvSignatureApi: {},
  WAWebUserPrefsInfoStore: { waNoiseInfo: { get: async () => ({ staticKeyPair: key }) } },
  WAWebSignalStoreApi: { waSignalStore: { getRegistrationInfo: async () => ({ identityKeyPair: key }) } },
  WAWebUserPrefsMultiDevice: { getADVSecretKey: () => 'secret' },
  WAWebUserPrefsMeUser: {
    getMaybeMePnUser: () => account.me && createWid(account.me.number),
    getMaybeMeLidUser: () => account.me && createWid(account.me.lid),
  },
  WAWebCollections: { Msg, Chat },
  WAWebSyncGatingUtils: { isPlaceholderMessageResendEnabled: () => false },
  WAWebCallCollection: {},
  WAWebBackendJobsCommon: { mediaTypeFromProtobuf: () => null },
  WAWebE2EProtoUtils: { typeAttributeFromProtobuf: () => 'text' },
  WAWebAddonReactionTableMode: { reactionTableMode: { bulkUpsert() {} } },
  WAWebAddonPollVoteTableMode: { pollVoteTableMode: { bulkUpsert() {} } },
  WALinkify: { findLink: (text) => links(text)[0], findLinks: links },
  WAWebWidFactory: { createWid, asUserWidOrThrow: (wid) => createWid(String(wid)) },
  WAWebStreamModel: { Stream: { markAvailable() {}, markUnavailable() {} } },
  WAWebUpdateUnreadChatAction: {
    async sendSeen({ chat }) {
      chat.unreadCount = 0;
      await tell('seen', { chat: String(chat.id), newest: chat.lastReceivedKey?.id ?? '' });
    },
  },
  WAWebChatGetters: { getIsNewsletter: () => false, getIsBroadcast: (chat) => chat.id.server === 'broadcast' },
  WAWebMsgKey: MsgKey,
  WAWebGetEphemeralFieldsMsgActionsUtils: { getEphemeralFields: () => ({}) },
  WAWebSendMsgChatAction: { addAndSendMsgToChat },
  WAWebFindChatAction: {
    async findOrCreateLatestChat(wid) {
      if (!(await tell('exists', { id: String(wid) })).exists) throw new Error('No LID for user');
      putChat({ id: String(wid), title: String(wid), unread: 0, t: 0 });
      return { chat: chats.get(String(wid)) };
    },
  },
  WAWebQueryExistsJob: {
    queryWidExists: async (wid) => ((await tell('exists', { id: String(wid) })).exists ? { wid } : null),
  },
  WAWebApiContact: {
    getPhoneNumber: (wid) => account.me.known[String(wid)] && createWid(account.me.known[String(wid)]),
  },
  WAWebChatStateBridge: { sendChatStateComposing: tellTyping('typing'), sendChatStatePaused: tellTyping('stop') },
  WAWebChatLoadMessages: { loadEarlierMsgs: async () => [] },
};
