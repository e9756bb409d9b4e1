import type { FieldKind } from './field-kind.ts';
import { raw, words } from './fold.ts';

export interface FieldHint {
  readonly kind: FieldKind;
  /** How surely: 3 the page says so outright, 2 by its words, 1 by a faint sign. */
  readonly strength: 1 | 2 | 3;
  /** One of these autocomplete tokens, … */
  readonly tokens?: RegExp;
  /** … or these words in its machine names (name, id), … */
  readonly names?: RegExp;
  /** … or these in what a person reads (label, placeholder), … */
  readonly texts?: RegExp;
  /** … or these in either, … */
  readonly says?: RegExp;
  /** … or this type. */
  readonly type?: RegExp;
  /** And not this type, … */
  readonly notType?: RegExp;
  /** … and none of these words anywhere. */
  readonly unless?: RegExp;
}

const user = words(
  raw`user ?name|user ?id|\buser\b|^user|userid|utilisateur|identifiant|benutzer|anmeldename|nutzer ?name|
    kennung|log ?in ?(name|id)?\b|log ?on|sign ?in ?(name|id)|utente|gebruiker|uzytkownik|uzivatel|anvandar|
    brukernavn|brugernavn|kayttaja|kasutaja|felhasznalo|utilizador|kullanici|корист|пользовател|логин|utilizator|
    χρηστη|ユーザ|ログイン|アカウント|用[户戶]|[账帳帐][号號户戶]|使用者|아이디|사용자|اسم المستخدم|המשתמש|nick ?name|screen ?name|\bupn\b|
    korisnick|nom d usu|usuari|\bpseudo`,
);
const mail = words(
  raw`e ?mail|courriel|correo|posta|メール|邮[箱件]|郵件|이메일|электронн|почт|\bmail\b|البريد|adresse mel`,
);
const faintUser = words(
  raw`account|konto|compte|cuenta|conta\b|member|mitglied|customer|kunde|client|\bid\b|id$|\buid\b|\buname|\busr|
    \blogin|nummer|number|acct|employee|student|codice|matric|dni\b|\bnif\b|tc kimlik|cpf\b|rut\b|\bname\b|nom\b|
    nombre|nome\b|naam`,
);
/** What a page that asks for a one-time code says of it. */
export const oneTime = words(
  raw`one ?time|\botp|otp\b|totp|\b2 ?fa|\bmfa|tfa|verif(y|ication) ?(code|number)|
    (auth|(authenti|authori[sz]|confirm)(cat|at)?(ion|or)?|security|access|login|sign ?in|sms|e ?mail|phone|device|digit) code|
    approvals ?code|authenticat(or|ion) ?(app|code|token)|token ?code|pass ?code|keycode|einmal|
    (ungs|heits|gangs|ings|tie)code|
    (code|codigo|codice) (d |de |di |a )?(\d|verific|acces|securi|segur|sicur|valida|autent|authent|temporan)|
    eenmalig|double authent|
    (\b2|second|multi|two|zweiter|zwei|deux|double|dos|doble|due|duas|dois|twee|dwu|dvou|tva|\bto|kaksi|iki) ?(fa[ck]t|step|stuf|etap|facteur|fattor|fator|pasos|passag|staps|skla|faz|steg|trin|vaihe|osai|asama|ad[ıi]m)|
    uwierzytelniaj|kod (weryf|jednor)|overovaci kod|engang|verifieringskod|dogrulama|tek kullanim|одноразов|
    дв(ух|о)фактор|код (підтв|подтв|из|із)|確認コード|認証(コード|アプリ)|[二2] ?(段階|要素)|ワンタイム|
    (短信|手[机機]|[邮郵][箱件]|动态|安全|簡訊)(验证|驗證|校验)?码|动态(口令|密码)|動態|双[重因]|雙[重因]|[两兩]步|인증번호|(인증|2단계|이중) (코드|인증)|رمز التحقق|
    ثنائي|דו שלבי|אימות|xac thuc|verifikasi|παραγοντ`,
);
export const notOneTime = words(
  raw`promo|coupon|gift|voucher|discount|rabatt|gutschein|zip|postal|post ?code|country|area ?code|captcha|referral|
    invit|card|\bcvv|\bcvc|\bcsc|dial|phone (number|country)|region|currency|language|bank|sort ?code|branch|swift|
    recovery|backup ?code|qr ?code|source|company|tenant|organi[sz]ation|tracking|meeting|licen[cs]e|product|serial|图形|圖形`,
);
/** What a field for a code says of itself, and many others do. */
export const bareCode = words(
  raw`\bcode|\bcodigo|\bcodice|\bkode?\b|koodi|код|コード|[码碼]|코드|الرمز|\bרמז|קוד|token|\bpin\b|\bma\b`,
);
const captcha = words(
  `[ck]aptcha|turnstile|characters (you see|shown)|security (image|question)|image code|
    (text|code|see|characters) in the (image|picture)|are you human|sicherheitsfrage|anti ?spam|图形验证|圖形驗證|code (shown|below)|
    verify ?image`,
);
const card = words(
  raw`card ?(n[ou]|holder|code)|credit ?card|debit|cc ?(n[aou]|exp|csc|cv)|\bcc\b|\bcvv|
    \bcvc|\bcsc\b|cvn\b|cvx\b|kartennummer|karteninhaber|kreditkarte|prufnummer|numero de (la )?(carte|tarjeta)|
    tarjeta|carte bancaire|cryptogramme|card verification|security code.*card|expir|exp ?(date|month|year)|\biban\b|
    routing ?number|name on card|caducidad|scadenza|kartnummer|cartao|guvenlik kodu|son kullanma`,
);
const search = words(
  raw`search|such(e|en|begriff)\b|recherch|buscar|busqueda|cerca\b|zoek|\bquery\b|\bfind\b|szukaj|hledat|\bsok\b|
    поиск|検索|搜索|搜尋|검색|بحث|^q$|^s$|\bfilter\b|pesquisar|ara\b|keyword|キーワード|ключев`,
);
const identity = words(
  raw`(first|last|full|given|family|sur|display|device|legal) ?name|name (first|last|full)|\b[fl] ?name|vorname|nachname|prenom|apellido|cognome|
    voornaam|achternaam|imie|nazwisko|jmeno|prijmeni|fornamn|efternamn|soyad|фамилия|имя$|氏名|姓名|이름|company|firma\b|
    entreprise|empresa|azienda|organi[sz]ation|address ?(line)?|street|strasse|straße|
    \bcity|\bstadt|ville\b|ciudad|zip|post(al| ?code)|\bplz\b|state\b|province|county|country|birth|geburt|
    \bdob\b|naissance|gender|\bage\b|\bssn\b|social security|last (4|four)|tax|vat\b|website|\burl\b|
    message|comment|subject|betreff|question|answer|order|invoice|coupon|promo|voucher|gift|
    discount|referr|newsletter|subscri|date\b|month|year|guest|friend|recipient|title\b|notes?\b|reason|host ?name|server|\bport\b|\bdns\b|ssid|tracking|serial|licen[cs]e|description|optional`,
);
const phone = words(
  raw`phone|mobile|handy|telefon|portable|movil|cell|\btel\b|celular|телефон|電話|手机|手機|휴대|gsm\b`,
);
const mailOrPhone = words(
  `(e ?mail|user ?name).{0,20}(phone|mobile|user|telefon)|(phone|mobile|telefon|handy).{0,20}(e ?mail|user)|
    e ?mail ou|e ?mail oder|e ?mail o |email or`,
);
const extra = words(
  raw`\bdomain|domane|dominio|domaine|\brealm|tenant|mandant|(company|client|customer|organi[sz]ation|org|corporate|group|team|workspace|site|store|merchant|agency|business|institution|enterprise|school) ?(id|code|name|key|no|number|alias)\b|
    account ?(id|alias|number|no)\b|firmen ?(name|nummer|kennung)|kundennummer|\bsub ?domain|
    authentication (server|method|provider)|workspace|(code|codigo|codice|identifiant|numero) (de )?(client|entreprise|societe|empresa|azienda)|企业|会社`,
);
const decoy = words(
  raw`leave (this|it|the)?.{0,20}(blank|empty)|(do not|don t) (fill|enter|complete)|not fill (this|in)|honey ?pot|
    \bhp\b|if you (are|re) (a )?human|leer lassen|nicht ausfull|laisse[rz] (ce champ )?vide|ne pas remplir|
    dejar? .{0,12}(vacio|en blanco)|no (rellenar|completar)|non compilare|niet invullen|(spam|bot) ?(trap|field|check)|gotcha|(fake|faux) ?(user|pass)|dummy`,
);
const current = words(
  raw`current|\bold|existing|present pass|aktuell|derzeitig|bisherig|altes|actuel|ancien|actual|antigua|attual|
    vecchia|huidig|\boud|atual|antiga|obecne|aktualne|stare\b|soucasne|stavajici|nuvarande|mevcut|eski|текущ|стар|
    現在|旧|当前|原密|현재|الحالية`,
);
const renewed = words(
  raw`\bnew|new ?pass|confirm|repeat|re ?type|re ?enter|re ?password|again|verify|verif(ication|icar|ier)?\b|match|
    choose|creat|festleg|neues|neue\b|wiederhol|bestatig|erneut|wahle|nouve|repete|choisi|nueva|repetir|repite|elige|crea\b|nuova|ripeti|conferm|scegli|nieuw|herhaal|bevestig|kies|nova\b|repita|nowe|
    powtorz|potwierdz|nove\b|potvrd|znovu|nytt|upprepa|bekrafta|gentag|gjenta|yeni|tekrar|onay|нов|повтор|подтверд|
    新しい|確認|再入力|新密|确认|重复|再次|새|확인|الجديدة|تأكيد|pass(word|wd)? ?(2|two|conf|chk|check|cfm)\b|password ?2|
    pw ?2\b|repass`,
);
const pass = words(
  raw`pass ?word|passwd|\bpwd|pwd\b|pass ?wort|kenn ?wort|mot de passe|contrasen|clave\b|senha|wacht ?woord|haslo|
    heslo|losenord|lozinka|parol|пароль|sifre|jelszo|パスワード|密[码碼]|비밀번호|كلمة المرور|\bpasskey phrase|passphrase|pass$|
    ^pass\b`,
);
const machineSecret = words(
  raw`\bapi|client secret|shared (secret|key)|pre ?shared|\bpsk\b|\bwpa|wi ?fi|wlan|wireless|snmp|community|smtp|ldap|
    bind ?(dn|pass)|proxy|radius|mail server|database|\bdb\b|mysql|webdav|\bftp|ddns|pppoe|ipsec|
    encryption|private key|backup pass|web ?hook|(zip|archive) pass|ssid|meeting`,
);

const question = words(
  raw`\banswer|(security|secret) question|last (4|four)|\bssn|social security|antwort\b|sicherheitsfrage|respuesta|reponse|
    resposta|risposta|odpowied|odpoved|ответ|відповід|答え|答案|답변|\bsvar\b|vastaus|antwoord`,
);

const anyHints: readonly FieldHint[] = [
  { kind: 'decoy', strength: 3, says: decoy },
  { kind: 'card', strength: 3, tokens: /^cc-/ },
  { kind: 'code', strength: 3, tokens: /^one-time-code$/ },
  { kind: 'captcha', strength: 3, says: captcha },
];

/** What tells one field from another, as data, for fields that hide what is typed and for others: the first hint that fits decides. */
export const fieldHints: Readonly<Record<'password' | 'text', readonly FieldHint[]>> = {
  password: [
    ...anyHints,
    { kind: 'password', strength: 3, tokens: /^current-password$/, unless: renewed },
    { kind: 'card', strength: 2, says: card },
    { kind: 'password', strength: 2, texts: /pass(word|code|wort)? (or )?(otp|token|tan)\b/ },
    { kind: 'code', strength: 2, says: oneTime, unless: notOneTime },
    { kind: 'password', strength: 2, says: current },
    { kind: 'other-secret', strength: 2, says: machineSecret },
    { kind: 'other-secret', strength: 2, says: question, unless: pass },
    { kind: 'new-password', strength: 3, says: renewed },
    { kind: 'new-password', strength: 1, tokens: /^new-password$/ },
    { kind: 'password', strength: 2, says: pass },
    { kind: 'password', strength: 1, type: /./ },
  ],
  text: [
    ...anyHints,
    {
      kind: 'search',
      strength: 2,
      names: /^(q|query|keywords?|search)$/,
      texts: /^(search|suche|recherche|buscar|zoek)/,
    },
    { kind: 'username', strength: 3, tokens: /^username$/ },
    {
      kind: 'identity',
      strength: 3,
      tokens:
        /^(name$|(given|family|additional)-name|honorific|nickname|organization|street|address|postal|country|bday|sex$|url$|language|transaction)/,
    },
    { kind: 'password', strength: 3, tokens: /^current-password$/ },
    { kind: 'new-password', strength: 2, tokens: /^new-password$/ },
    { kind: 'username', strength: 2, texts: mailOrPhone },
    { kind: 'search', strength: 2, says: search, unless: user },
    { kind: 'code', strength: 2, says: oneTime, notType: /^email$/, unless: notOneTime },
    { kind: 'code', strength: 1, texts: /验证码|驗證碼/, unless: notOneTime },
    { kind: 'card', strength: 2, says: card },
    {
      kind: 'password',
      strength: 1,
      names: /^(.* )?(pass|passwd|password|pwd|passwort|kennwort|wachtwoord|senha|haslo|heslo)$/,
      unless: words(`forgot|hint|reset|user|e ?mail|login`),
    },
    {
      kind: 'extra',
      strength: 2,
      says: extra,
      unless: words('user ?(name|id)|e ?mail'),
    },
    { kind: 'username', strength: 2, tokens: /^webauthn$/ },
    { kind: 'username', strength: 2, texts: user },
    { kind: 'email', strength: 2, tokens: /^email$/, texts: mail },
    { kind: 'phone', strength: 2, tokens: /^tel/, texts: phone },
    {
      kind: 'username',
      strength: 2,
      names: /^(j ?)?(login|log|user|user ?name|user ?id|usr|uname|login ?id|login ?name)$/,
    },
    { kind: 'identity', strength: 2, texts: identity },
    { kind: 'username', strength: 2, names: user },
    { kind: 'email', strength: 2, names: mail, type: /^email$/ },
    { kind: 'phone', strength: 1, names: phone, type: /^tel$/ },
    { kind: 'identity', strength: 1, names: identity },
    { kind: 'username', strength: 1, says: faintUser },
    { kind: 'search', strength: 1, type: /^search$/ },
    { kind: 'unnamed', strength: 1, type: /./ },
  ],
};
