import { device } from './device'

/** CSS of everything that WeChat, not the mini-program, draws. */
export const frameStyle = `
html, body { margin: 0; height: 100%; overflow: hidden; background: #000; -webkit-tap-highlight-color: transparent; }
.phone-frame { position: fixed; inset: 0; display: flex; flex-direction: column; overflow: hidden; background: #fff;
  font: 17px/1.4 var(--phone-font);
  --phone-status: ${device.statusBar}px; --page-vh: 1vh; --safe-bottom: ${device.safeBottom}px; color: #000; user-select: none; }
.phone-frame button { font: inherit; color: inherit; background: none; border: 0; padding: 0; cursor: pointer; }
.phone-frame [hidden] { display: none !important; }
.phone-pages { position: relative; flex: 1; min-height: 0; overflow: hidden; }
.phone-frame:has(> .phone-tabs:not([hidden])) .phone-pages { --safe-bottom: 0px; }
.phone-page { position: absolute; inset: 0; display: flex; flex-direction: column; background: #fff; }
.phone-page-view { position: relative; flex: 1; min-height: 0; container-type: size; overflow: hidden; --page-vh: 1cqh; }
.phone-page-scroll { position: absolute; inset: 0; overflow: hidden auto; overscroll-behavior: none; scrollbar-width: none; }
.phone-page-fixed { overflow: hidden; }
.phone-page-host { position: relative; min-height: 100%; }
.phone-status { position: absolute; z-index: 30; top: 0; left: 0; right: 0; height: ${device.statusBar}px; padding: 12px 24px 0 32px; box-sizing: border-box;
  display: flex; justify-content: space-between; pointer-events: none; font-size: 15px; font-weight: 600; font-variant-numeric: tabular-nums; }
.phone-status svg { height: 12px; }
.phone-capsule { position: absolute; z-index: 30; top: ${device.capsule.top}px; right: ${device.capsule.rightGap}px; width: ${device.capsule.width}px; height: ${device.capsule.height}px;
  box-sizing: border-box; border-radius: 16px; border: .5px solid rgba(0,0,0,.12); background: rgba(255,255,255,.6); color: #000; display: flex; align-items: center; }
.phone-capsule button { flex: 1; height: 100%; display: grid; place-items: center; }
.phone-capsule button + button { border-left: .5px solid rgba(0,0,0,.15); }
.phone-offline .phone-wifi { visibility: hidden; }
.phone-light .phone-status { color: #fff; }
.phone-light .phone-capsule { color: #fff; background: rgba(0,0,0,.15); border-color: rgba(255,255,255,.25); }
.phone-nav { position: relative; z-index: 20; flex: none; height: ${device.statusBar + device.navigationBar}px; padding-top: ${device.statusBar}px; box-sizing: border-box; display: flex; align-items: center; }
.phone-nav-back { width: 44px; height: 44px; display: grid; place-items: center; }
.phone-nav-middle { position: absolute; left: 100px; right: 100px; bottom: 0; height: ${device.navigationBar}px; display: flex; gap: 6px; align-items: center; justify-content: center; pointer-events: none; }
.phone-nav-title { font-weight: 600; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
.phone-nav-spinner, .phone-toast-spinner { width: 16px; height: 16px; border-radius: 50%; border: 2px solid currentColor; border-top-color: transparent; animation: phone-turn .9s linear infinite; flex: none; }
.phone-pull { position: absolute; top: 0; left: 0; right: 0; height: 54px; display: flex; gap: 7px; align-items: center; justify-content: center; opacity: 0; }
.phone-pull i { width: 7px; height: 7px; border-radius: 50%; background: #b4ada2; }
.phone-pull-running i { animation: phone-blink 1s infinite; }
.phone-pull-running i:nth-child(2) { animation-delay: .2s; } .phone-pull-running i:nth-child(3) { animation-delay: .4s; }
.phone-tabs { position: relative; z-index: 20; flex: none; height: ${device.tabBar}px; padding-bottom: ${device.safeBottom}px; display: flex; border-top: .5px solid rgba(0,0,0,.1); }
.phone-tabs[data-border=white] { border-top-color: #fff; }
.phone-tab { flex: 1; display: flex; flex-direction: column; align-items: center; justify-content: center; gap: 1px; }
.phone-tab-top { position: relative; } .phone-tab-icon { display: block; width: 27px; height: 27px; }
.phone-tab-words { font-size: 15px; }
.phone-tab-text { font-size: 10px; line-height: 14px; }
.phone-tab-badge { position: absolute; left: 60%; top: -3px; min-width: 16px; height: 16px; padding: 0 4px; box-sizing: border-box; border-radius: 8px; background: #fa5151; color: #fff; font-size: 10px; line-height: 16px; }
.phone-tab-dot { left: 85%; min-width: 8px; width: 8px; height: 8px; padding: 0; }
.phone-home { position: absolute; z-index: 90; bottom: 8px; left: 50%; width: 134px; height: 5px; margin-left: -67px; border-radius: 3px; background: #000; opacity: .85; pointer-events: none; }
.phone-overlay { position: absolute; inset: 0; z-index: 60; pointer-events: none; }
.phone-overlay > * { pointer-events: auto; }
.phone-veil { position: absolute; inset: 0; background: rgba(0,0,0,.55); animation: phone-appear .15s; }
.phone-toast { position: absolute; left: 50%; top: 42%; translate: -50% -50%; box-sizing: border-box; padding: 14px 16px; max-width: 280px; border-radius: 12px; background: rgba(76,76,76,.96); color: #fff; font-size: 15px; text-align: center; white-space: pre-wrap; pointer-events: none; }
.phone-toast-big { width: 136px; min-height: 136px; padding: 26px 12px 12px; font-size: 16px; }
.phone-toast-big svg, .phone-toast-big img { display: block; width: 44px; height: 44px; margin: 0 auto 12px; }
.phone-toast-big .phone-toast-spinner { display: block; width: 36px; height: 36px; margin: 4px auto 14px; border-width: 3px; box-sizing: border-box; }
.phone-mask { position: absolute; inset: 0; }
.phone-modal { position: absolute; left: 50%; top: 50%; translate: -50% -50%; width: 320px; max-width: calc(100% - 48px); max-height: 80%; overflow: auto; border-radius: 12px; background: #fff; text-align: center; animation: phone-appear .15s; }
.phone-modal h2 { margin: 0; padding: 28px 24px 0; font-size: 17px; font-weight: 600; }
.phone-modal p { margin: 0; padding: 14px 24px 28px; color: rgba(0,0,0,.5); white-space: pre-wrap; overflow-wrap: anywhere; }
.phone-modal h2 + p { padding-top: 12px; } .phone-modal textarea { display: block; width: calc(100% - 48px); margin: 0 24px 24px; border: 0; border-radius: 6px; padding: 10px; box-sizing: border-box; background: #f2f2f2; font: inherit; }
.phone-modal footer { display: flex; border-top: .5px solid rgba(0,0,0,.1); }
.phone-modal footer button { flex: 1; height: 56px; font-weight: 600; } .phone-modal footer button + button { border-left: .5px solid rgba(0,0,0,.1); }
.phone-sheet { position: absolute; left: 0; right: 0; bottom: 0; max-height: 85%; overflow: auto; box-sizing: border-box; padding-bottom: ${device.safeBottom}px; border-radius: 12px 12px 0 0; background: #fff; animation: phone-rise .22s; }
.phone-sheet-item { display: block; width: 100%; min-height: 56px; border-bottom: .5px solid rgba(0,0,0,.1) !important; }
.phone-sheet-title { white-space: pre-line; padding: 20px 24px; text-align: center; font-size: 14px; color: rgba(0,0,0,.5); border-bottom: .5px solid rgba(0,0,0,.1); }
.phone-sheet-cancel { display: block; width: 100%; height: 56px; border-top: 8px solid #f7f7f7 !important; }
.phone-ask { padding: 24px 24px calc(20px + ${device.safeBottom}px); text-align: left; }
.phone-ask header { display: flex; align-items: center; gap: 8px; font-size: 15px; margin-bottom: 20px; } .phone-ask h2 { margin: 0 0 12px; font-size: 20px; }
.phone-ask-mark { width: 24px; height: 24px; border-radius: 50%; background: #0b6e78; color: #fff; display: grid; place-items: center; font-size: 13px; }
.phone-ask label { display: flex; align-items: center; gap: 10px; min-height: 52px; border-bottom: .5px solid rgba(0,0,0,.1); }
.phone-ask label.phone-ask-always { border: 0; color: rgba(0,0,0,.5); font-size: 15px; }
.phone-ask input { width: 20px; height: 20px; margin: 0; accent-color: #07c160; flex: none; }
.phone-ask footer { display: flex; justify-content: center; gap: 16px; margin-top: 20px; }
.phone-ask footer button { width: 120px; height: 40px; border-radius: 8px; background: #f2f2f2; color: #07c160; font-weight: 600; }
.phone-ask footer button:last-child { background: #07c160; color: #fff; }
.phone-drop { position: absolute; z-index: 95; top: 50px; left: 8px; right: 8px; padding: 12px 14px; border-radius: 14px; background: rgba(250,250,250,.97); box-shadow: 0 8px 28px rgba(0,0,0,.22); font-size: 14px; text-align: left; animation: phone-drop .3s; }
.phone-sheet-item:disabled { color: rgba(0,0,0,.35) !important; cursor: default; }
.phone-share-to { display: block; width: 100%; height: 48px; box-sizing: border-box; padding: 0 10px; border: .5px solid rgba(0,0,0,.15); border-radius: 8px; background: #fff; font: inherit; }
.phone-card { margin-top: 14px; padding: 14px; border-radius: 10px; background: #f7f7f7; } .phone-card b { display: block; font-weight: 500; } .phone-card img { display: block; width: 100%; margin-top: 10px; border-radius: 6px; }
.phone-desk { position: absolute; inset: 0; z-index: 100; display: flex; flex-direction: column; gap: 20px; align-items: center; justify-content: center; background: #ededed; color: rgba(0,0,0,.6); }
.phone-frame .phone-desk-open { min-height: 48px; padding: 0 32px; border-radius: 8px; background: #07c160; color: #fff; }
.phone-preview { position: absolute; inset: 0; background: #000; } .phone-preview-row { display: flex; height: 100%; overflow: auto hidden; scroll-snap-type: x mandatory; scrollbar-width: none; }
.phone-preview-one { flex: none; width: 100%; height: 100%; display: grid; place-items: center; scroll-snap-align: start; } .phone-preview-one img { max-width: 100%; max-height: 100%; min-width: 60%; }
.phone-preview-count { position: absolute; top: ${device.statusBar}px; left: 0; right: 0; margin: 0; color: #fff; text-align: center; }
.phone-document { position: absolute; inset: 0; display: flex; flex-direction: column; background: #fff; } .phone-document header { padding: ${device.statusBar}px 16px 0; } .phone-frame .phone-document-close { min-height: 44px; }
.phone-document iframe { flex: 1; border: 0; } .phone-document-keep { margin: auto; color: #576b95; }
.phone-frame button:focus-visible { outline: 2px solid #0b6e78; outline-offset: -2px; }
@keyframes phone-turn { to { rotate: 360deg } } @keyframes phone-blink { 50% { background: #e3ded5 } }
@keyframes phone-appear { from { opacity: 0 } } @keyframes phone-rise { from { translate: 0 100% } } @keyframes phone-drop { from { translate: 0 -140% } }
@media (prefers-reduced-motion: reduce) { .phone-frame * { animation-duration: .01s !important } .phone-frame .phone-toast-spinner, .phone-frame .phone-nav-spinner { animation-duration: .9s !important } }
`
