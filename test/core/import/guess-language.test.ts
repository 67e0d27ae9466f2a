import { expect, it } from 'vitest'
import { guessLanguage } from '../../../electron/core/import/guess-language'

it.each([
  ['en', 'Hello there.'],
  ['en', 'We load the tea first, and then we wait for the tide to come back to the harbour before we can leave.'],
  ['de', 'Zuerst laden wir den Tee, und dann warten wir auf die Flut, bevor wir den Hafen wieder verlassen können.'],
  ['fr', "D'abord nous chargeons le thé, et puis on attend la marée dans le port avant de partir avec les autres."],
  ['es', 'Primero cargamos el té y luego esperamos la marea en el puerto, pero no se puede salir con los otros.'],
  ['pt', 'Primeiro carregamos o chá e depois esperamos a maré no porto, mas não se pode sair com os outros.'],
  ['it', 'Prima carichiamo il tè e poi aspettiamo la marea nel porto, ma non si può partire con gli altri.'],
  ['ca', 'Primer carreguem el te i després esperem la marea, però no és fàcil sortir amb els altres.'],
  ['nl', 'Eerst laden we de thee en dan wachten we op het tij, maar het is niet zeker dat de haven open is.'],
  ['sv', 'Först lastar vi teet och sedan väntar vi på tidvattnet, men det är inte säkert att hamnen är öppen.'],
  [
    'da',
    'Først laster vi teen, og så venter vi på tidevandet, men det er ikke sikkert, at havnen er åben nu. Hvad så?',
  ],
  [
    'nb',
    'Først laster vi teen, og så venter vi på tidevannet, men det er ikke sikkert. Hva skal vi gjøre nå for å komme av?',
  ],
  ['fi', 'Ensin lastaamme teen ja sitten odotamme vuorovettä, mutta ei ole varmaa, että satama on auki.'],
  [
    'pl',
    'Najpierw ładujemy herbatę, a potem czekamy na przypływ, ale nie jest pewne, czy port jest otwarty i co się stanie.',
  ],
  ['cs', 'Nejdřív naložíme čaj a pak čekáme na příliv, ale není jisté, že je přístav otevřený a jsou tam lodě.'],
  ['sk', 'Najprv naložíme čaj a potom čakáme na príliv, ale nie je isté, že sa prístav otvorí a sú tam lode.'],
  ['hu', 'Először megrakjuk a teát, és aztán várunk a dagályra, de nem biztos, hogy a kikötő nyitva van.'],
  ['ro', 'Mai întâi încărcăm ceaiul și apoi așteptăm mareea în port, dar nu este sigur că sunt corăbii pentru noi.'],
  ['tr', 'Önce çayı yüklüyoruz ve sonra gelgiti bekliyoruz, ama limanın açık olduğu kesin değil, bu çok zor bir iş.'],
  ['ru', 'Сначала мы грузим чай, а потом ждём прилива, но это не значит, что порт открыт и мы уйдём.'],
  ['uk', 'Спочатку ми вантажимо чай, а потім чекаємо на приплив, але це не значить, що порт відкритий і він є.'],
  ['el', 'Πρώτα φορτώνουμε το τσάι και μετά περιμένουμε.'],
  ['he', 'קודם מעמיסים את התה ואז מחכים לגאות.'],
  ['ar', 'نحمل الشاي أولا ثم ننتظر المد.'],
  ['hi', 'पहले हम चाय लादते हैं और फिर ज्वार की प्रतीक्षा करते हैं।'],
  ['th', 'เราขนชาก่อนแล้วรอน้ำขึ้น'],
  ['zh-Hans', '我们先装茶，然后等潮水。'],
  ['zh-Hant', '我們先裝茶，然後等潮水。'],
  ['ja', 'まずお茶を積んで、それから潮を待ちます。'],
  ['ko', '먼저 차를 싣고 조수를 기다립니다.'],
  ['zh-Hans', '我们先装茶\nFirst we load the tea'],
  ['und', '42 + 1'],
])('takes for %s: %s', (language, text) => {
  expect(guessLanguage(text)).toBe(language)
})
