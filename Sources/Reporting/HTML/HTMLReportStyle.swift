/// What the page may load: nothing; what it may run: its own script, whose hash a test compares.
let htmlReportPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-z6NI8wTnnmw4jlZk75IqPZb/vtOhTMttDtjmXmrkXqA='; base-uri 'none'; form-action 'none'"

/// The style of the page, for screens and for A4.
let htmlReportStyle = """
  :root{--ink:#1d2329;--soft:#56616d;--line:#dde2e7;--paper:#fff;--ground:#f5f7f9;
  --error:#a8201a;--error-ground:#fdeceb;--warning:#7a4a00;--warning-ground:#fff3dc;
  --suggestion:#1b5792;--suggestion-ground:#e8f1fb;--pass:#1b6b3a;--pass-ground:#e6f4ea}
  *{box-sizing:border-box}
  body{margin:0;background:var(--ground);color:var(--ink);line-height:1.7;
  font-family:system-ui,"Noto Sans CJK SC","PingFang SC","Microsoft YaHei","WenQuanYi Zen Hei",sans-serif}
  header,main,footer{max-width:1200px;margin:0 auto;padding:0 24px}
  header{padding-top:32px}
  h1{font-size:26px;margin:0 0 8px}
  h2{font-size:18px;margin:24px 0 8px;overflow-wrap:anywhere}
  a{color:inherit}
  code{font-family:ui-monospace,Consolas,monospace;font-size:.86em;color:var(--soft)}
  .verdict{display:inline-block;border-radius:4px;padding:0 10px;font-weight:600}
  header .verdict{font-size:18px;padding:4px 16px;margin:0}
  .verdict.pass{color:var(--pass);background:var(--pass-ground)}
  .verdict.review{color:var(--warning);background:var(--warning-ground)}
  .verdict.block,.verdict.incomplete{color:var(--error);background:var(--error-ground)}
  .counts{display:flex;flex-wrap:wrap;gap:8px 28px;list-style:none;padding:0;margin:16px 0}
  .counts b{font-size:22px;font-variant-numeric:tabular-nums}
  .counts .error b{color:var(--error)}.counts .warning b{color:var(--warning)}
  .counts .suggestion b{color:var(--suggestion)}
  .filter,.overview,.draft{background:var(--paper);border:1px solid var(--line);border-radius:8px;
  padding:16px 24px;margin:16px 0}
  .filter{position:sticky;top:0;z-index:1;max-height:40vh;overflow:auto}
  fieldset{border:0;padding:0;margin:0 0 4px;display:flex;flex-wrap:wrap;gap:2px 16px}
  legend{float:left;font-weight:600;margin-right:16px}
  label{white-space:nowrap;cursor:pointer}
  input{width:16px;height:16px;vertical-align:-2px}
  .shown{margin:4px 0 0;color:var(--soft)}
  .overview h2:first-child,.draft>h2{margin-top:0}
  table{border-collapse:collapse}
  .wide{overflow-x:auto}
  .overview th,.overview td{text-align:left;padding:3px 16px 3px 0;border-bottom:1px solid var(--line);
  font-weight:400;white-space:nowrap}
  .overview thead th{color:var(--soft)}
  .number{text-align:right!important;font-variant-numeric:tabular-nums}
  .bars{width:100%;max-width:640px}
  .bars td:nth-child(2){width:70%}
  .bar{display:block;height:12px;border-radius:2px;background:#5b7f9f}
  .columns{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:32px}
  article{font-size:17px;overflow-wrap:anywhere;border-right:1px solid var(--line);padding-right:32px}
  article p,article h3{margin:0 0 .8em}
  article h3{font-size:19px}
  article td{border:1px solid var(--line);padding:2px 8px}
  article table{margin-bottom:1em}
  article pre{white-space:pre-wrap;background:var(--ground);padding:8px}
  article .caption,article .note{font-size:15px;color:var(--soft)}
  article .quote{border-left:3px solid var(--line);padding-left:12px}
  article .item{padding-left:1.2em}
  article .image{background:var(--ground);border:1px dashed var(--line);padding:12px;color:var(--soft)}
  mark{color:inherit;background:none;border-bottom:2px solid;padding-bottom:1px}
  mark.error{background:var(--error-ground);border-color:var(--error)}
  mark.warning{background:var(--warning-ground);border-color:var(--warning)}
  mark.suggestion{background:var(--suggestion-ground);border-color:var(--suggestion);border-bottom-style:dotted}
  sup{font-size:11px;line-height:0;margin:0 2px}
  sup a{text-decoration:none;font-weight:600}
  sup.error{color:var(--error)}sup.warning{color:var(--warning)}sup.suggestion{color:var(--suggestion)}
  .findings{margin:0;padding-left:2.2em}
  .finding{margin-bottom:16px;overflow-wrap:anywhere}
  .finding p{margin:0}
  .severity{border-radius:3px;padding:0 6px;font-size:14px;font-weight:600}
  .error .severity{color:var(--error);background:var(--error-ground)}
  .warning .severity{color:var(--warning);background:var(--warning-ground)}
  .suggestion .severity{color:var(--suggestion);background:var(--suggestion-ground)}
  .place,.detail{font-size:14px;color:var(--soft)}
  .detail{display:grid;grid-template-columns:max-content 1fr;gap:0 12px}
  .detail span{color:var(--ink)}
  .failure{color:var(--error);background:var(--error-ground);padding:8px 16px;border-radius:4px}
  .suppressed{margin-top:16px}
  .digest,footer{font-size:13px;color:var(--soft);overflow-wrap:anywhere}
  :target{outline:2px solid var(--suggestion);outline-offset:3px;border-radius:2px}
  :focus-visible{outline:3px solid var(--suggestion);outline-offset:2px}
  .is-off{display:none}
  @media (max-width:800px){.columns{grid-template-columns:minmax(0,1fr)}
  article{border-right:0;padding-right:0;border-bottom:1px solid var(--line)}
  header,main,footer{padding-left:16px;padding-right:16px}.filter{position:static;max-height:none}
  .filter,.overview,.draft{padding:12px 16px}.overview td:first-child{white-space:normal;overflow-wrap:anywhere}}
  @page{size:A4;margin:16mm}
  @media print{body{background:none;font-size:11pt}.filter{display:none}
  .draft,.overview{border:0;padding:0;margin:0 0 12mm}
  .columns{display:block}article{border:0;padding:0;font-size:11pt}
  .finding,tr,.image{break-inside:avoid}h2,h3{break-after:avoid}
  .bar{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
  """

/// The filter; without it everything is shown.
let htmlReportScript = """
  (function(){var form=document.querySelector('.filter');if(!form)return;
  var all=Array.prototype.slice.call(document.querySelectorAll('.finding'));
  var shown=form.querySelector('.shown');
  function numbers(item){return document.getElementById(item.id.replace(/f([0-9]+)$/,'t$1'))}
  function act(){var off={};
  form.querySelectorAll('input').forEach(function(box){if(!box.checked)off[box.value]=true});
  var count=0;
  all.forEach(function(item){var severity=item.className.split(' ')[1];
  var hides=off['s-'+severity]||off['g-'+item.getAttribute('data-group')];
  item.classList.toggle('is-off',!!hides);var mark=numbers(item);
  if(mark)mark.classList.toggle('is-off',!!hides);if(!hides)count++});
  shown.textContent=shown.getAttribute('data-template').replace('{shown}',count).replace('{all}',all.length)}
  form.addEventListener('change',act);form.addEventListener('submit',function(e){e.preventDefault()});
  form.hidden=false;act()})();
  """
