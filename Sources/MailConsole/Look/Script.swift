/// What pages can do besides, where scripts run: nothing depends on it.
enum Script {
    static let text = """
        (function () {
          'use strict';
          var fehler = document.getElementById('fehler');
          if (fehler) { fehler.focus(); }

          // A form that is on its way is not sent twice.
          document.addEventListener('submit', function (event) {
            var form = event.target;
            if (form.dataset.gesendet) { event.preventDefault(); return; }
            if (form.dataset.download === undefined) { form.dataset.gesendet = '1'; }
          });
          window.addEventListener('pageshow', function () {
            document.querySelectorAll('form').forEach(function (form) { delete form.dataset.gesendet; });
          });

          var stand = document.querySelector('[data-verlauf]');
          if (stand && window.EventSource) {
            var knopf = document.getElementById('ruhe');
            var quelle = null;
            var oeffnen = function () {
              quelle = new EventSource(stand.dataset.verlauf);
              quelle.addEventListener('stand', function (event) { stand.innerHTML = event.data; });
              quelle.addEventListener('sagen', function (event) {
                document.getElementById('gesagt').textContent = event.data;
              });
              quelle.addEventListener('ende', function () { quelle.close(); location.reload(); });
            };
            oeffnen();
            if (knopf) {
              knopf.hidden = false;
              knopf.addEventListener('click', function () {
                var laeuft = knopf.getAttribute('aria-pressed') === 'false';
                knopf.setAttribute('aria-pressed', laeuft ? 'true' : 'false');
                if (laeuft) { quelle.close(); } else { oeffnen(); }
              });
            }
          }

          var warnung = document.getElementById('sitzung');
          if (warnung) {
            var wecker;
            var stellen = function () {
              clearTimeout(wecker);
              warnung.hidden = true;
              wecker = setTimeout(function () { warnung.hidden = false; }, Number(warnung.dataset.sekunden) * 1000);
            };
            stellen();
            warnung.querySelector('button').addEventListener('click', function () {
              fetch('/lebt', { credentials: 'same-origin' }).then(function (antwort) {
                if (antwort.ok) { stellen(); } else { location.reload(); }
              });
            });
          }
        })();
        """
}
