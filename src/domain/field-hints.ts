import type { FieldKind } from './field-kind.ts';
import { words } from './fold.ts';

export interface FieldHint {
  readonly kind: FieldKind;
  /** How surely: 3 the page says so outright, 2 by its words, 1 by a faint sign. */
  readonly strength: 1 | 2 | 3;
  readonly types: 'password' | 'text' | 'any';
  /** One of these autocomplete tokens, … */
  readonly tokens?: RegExp;
  /** … or these words in its machine names (name, id), … */
  readonly names?: RegExp;
  /** … or these in what a person reads (label, placeholder). */
  readonly texts?: RegExp;
  /** … or this type. */
  readonly type?: RegExp;
  /** And not this type, … */
  readonly notType?: RegExp;
  /** … and none of these words anywhere. */
  readonly unless?: RegExp;
}

const user = words(
  String.raw`user ?name|user ?id|\buser\b|^user|userid|usuario|utilisateur|identifiant|benutzer|anmeldename|nutzer ?name|
    kennung|log ?in ?(name|id)?\b|log ?on|sign ?in ?(name|id)|utente|gebruiker|uzytkownik|uzivatel|anvandar|
    brukernavn|brugernavn|kayttaja|kasutaja|felhasznalo|utilizador|kullanici|корист|пользовател|логин|utilizator|
    χρηστη|ユーザ|ログイン|アカウント|用户|用戶|账号|帳號|账户|帐号|帳戶|使用者|아이디|사용자|اسم المستخدم|המשתמש|nick ?name|screen ?name|\bupn\b|
    korisnick|nom d usu|usuari|\bpseudo`,
);
const mail = words(
  String.raw`e ?mail|courriel|correo|posta|メール|邮箱|邮件|電子郵件|이메일|электронн|почт|\bmail\b|البريد|adresse mel`,
);
const faintUser = words(
  String.raw`account|konto|compte|cuenta|conta\b|member|mitglied|customer|kunde|client|\bid\b|id$|\buid\b|\buname|\busr|
    \blogin|nummer|number|acct|employee|student|codice|matric|dni\b|\bnif\b|tc kimlik|cpf\b|rut\b|\bname\b|nom\b|
    nombre|nome\b|naam`,
);
/** What a page that asks for a one-time code says of it. */
export const oneTime = words(
  String.raw`one ?time|\botp|otp\b|totp|\b2 ?fa|\bmfa|two ?factor|2 ?factor|second factor|two ?step|2 ?step|multi ?factor|
    verification ?(code|number)|verify ?code|
    (auth|authentication|authenticator|authorization|security|confirm|confirmation|access|login|sign ?in|sms|e ?mail|phone|passcode|device|digit) code|
    approvals ?code|code d (authentification|acces|securite|verification)|
    code (de )?(verification|securite|validation|authentification)|authenticat(or|ion) ?(app|code|token)|
    token ?code|passcode|pass ?code|einmal|
    (bestatigungs|sicherheits|verifizierungs|prufungs|authentifizierungs|zugangs)code|
    codigo (de )?(verificacion|seguridad|acceso|autenticacion)|codigo (de )?(verificacao|seguranca)|
    codice (di )?(verifica|sicurezza|temporaneo)|verificatiecode|eenmalig|bevestigingscode|beveiligingscode|
    kod (weryfikacyjny|jednorazowy)|overovaci kod|engangs|engang|verifieringskod|dogrulama|tek kullanim|одноразов|
    код подтвержд|код из|確認コード|認証コード|ワンタイム|(短信|手机|邮箱|邮件|动态|安全|手機|簡訊|郵件)(验证|驗證|校验)?码|动态(口令|密码)|動態|인증번호|인증 코드|
    رمز التحقق|keycode|tfa|zwei ?faktor|zweistufig|zweiter faktor|stelligen? (code|zahl)|double (authentification|facteur)|
    (deux|dos|due|duas) (etapes|pasos|passaggi|etapas)|(deux|doble|dos|due|dois) (facteurs?|factor(es)?|fattori|fatores)|
    code a \d chiffres|(codigo|codice) (de|di|a) \d|twee ?(staps|factor)|dwuetapow|dwusklad|uwierzytelniaj|dvou ?(faktor|fazov)|
    tva ?(faktor|steg)|to ?(faktor|trins)|kaksi ?(vaihe|osai)|iki (ad[ıi]m|faktor|asama)|двухфактор|двухэтап|двофактор|
    код (із|з|підтвердж)|(二|2) ?(段階|要素)|認証アプリ|双重|双因素|两步|兩步|雙重|雙因素|2단계|이중 인증|
    ثنائي|بخطوتين|דו שלבי|אימות|xac (thuc|minh)|verifikasi|παραγοντ`,
);
export const notOneTime = words(
  String.raw`promo|coupon|gift|voucher|discount|rabatt|gutschein|zip|postal|post ?code|country|area ?code|captcha|referral|
    invit|card|\bcvv|\bcvc|\bcsc|dial|phone (number|country)|region|currency|language|bank|sort ?code|branch|swift|
    recovery|backup ?code|qr ?code|source|company|tenant|organi[sz]ation|tracking|meeting|licen[cs]e|product|serial|图形|圖形`,
);
/** What a field for a code says of itself, and many others do. */
export const bareCode = words(
  String.raw`\bcode|\bcodigo|\bcodice|\bkode?\b|koodi|код|コード|[码碼]|코드|الرمز|\bרמז|קוד|token|\bpin\b|\bma\b`,
);
const captcha = words(
  `captcha|recaptcha|turnstile|characters (you see|shown|in the image)|security image|image code|
    text in the (image|picture)|security question|are you human|sicherheitsfrage|anti ?spam|图形验证|圖形驗證|
    code in the (image|picture)|code (shown|below)|see in the (image|picture)|verify ?image|kaptcha`,
);
const card = words(
  String.raw`card ?(number|no|holder|code|num)|credit ?card|debit|cc ?(number|num|no|name|exp|csc|cvv|cvc)|\bcc\b|\bcvv|
    \bcvc|\bcsc\b|cvn\b|cvx\b|kartennummer|karteninhaber|kreditkarte|prufnummer|numero de (la )?(carte|tarjeta)|
    tarjeta|carte bancaire|cryptogramme|card verification|security code.*card|expir|exp ?(date|month|year)|\biban\b|
    routing ?number|account holder|name on card|caducidad|scadenza|kartnummer|cartao|kart (no|num|uzerindeki|sahibi)|guvenlik kodu|son kullanma|numero karty`,
);
const search = words(
  String.raw`search|such(e|en|begriff)\b|recherch|buscar|busqueda|cerca\b|zoek|\bquery\b|\bfind\b|szukaj|hledat|\bsok\b|
    поиск|検索|搜索|搜尋|검색|بحث|^q$|^s$|\bfilter\b|pesquisar|ara\b|procurar|keyword|キーワード|ключев`,
);
const identity = words(
  String.raw`(first|last|full|given|family|middle|sur|fore|maiden|display|device|business|company|contact|legal) ?name|
    name (first|last|full)|\b[fl] ?name|vorname|nachname|familienname|prenom|nom de famille|apellido|cognome|
    voornaam|achternaam|imie|nazwisko|jmeno|prijmeni|fornamn|efternamn|soyad|фамилия|имя$|氏名|姓名|이름|company|firma\b|
    entreprise|empresa|azienda|organi[sz]ation|job ?title|position|industry|address ?(line)?|street|strasse|straße|
    \bcity|\bstadt|ville\b|ciudad|zip|postal|post ?code|\bplz\b|state\b|province|county|country|birth|geburt|
    \bdob\b|naissance|nacimiento|gender|\bage\b|\bssn\b|social security|last (4|four)|tax|vat\b|website|\burl\b|
    message|comment|subject|betreff|question|answer|order|invoice|quantity|amount|price|coupon|promo|voucher|gift|
    discount|referr|newsletter|subscri|date\b|month|year|guest|friend|recipient|title\b|notes?\b|reason|height|
    weight|host ?name|server|\bport\b|gateway|\bdns\b|subnet|ssid|tracking|serial|licen[cs]e|search ?term|passport|
    license|description|optional`,
);
const phone = words(
  String.raw`phone|mobile|handy|telefon|telephone|portable|movil|cell|\btel\b|celular|телефон|電話|手机|手機|휴대|gsm\b`,
);
const mailOrPhone = words(
  `(e ?mail|user ?name).{0,20}(phone|mobile|user|telefon)|(phone|mobile|telefon|handy).{0,20}(e ?mail|user)|
    e ?mail ou|e ?mail oder|e ?mail o |email or`,
);
const extra = words(
  String.raw`\bdomain|domane|dominio|domaine|\brealm|tenant|mandant|
    (company|client|customer|organi[sz]ation|org|corporate|group|team|workspace|site|store|merchant|agency|business|institution|enterprise|school) ?(id|code|name|key|no|number|alias)\b|
    account ?(id|alias|number|no)\b|firmen ?(name|nummer|kennung)|mandanten|kundennummer|\bsub ?domain|
    authentication (server|method|provider)|companyid|clientid|workspace|customer ?(id|code)|bedrijfs|
    code (client|entreprise|societe)|identifiant (client|societe)|numero de client|codigo (de )?(empresa|cliente)|
    codice azienda|企业|会社`,
);
const decoy = words(
  String.raw`leave (this|it|the)?.{0,20}(blank|empty)|do not (fill|enter|complete)|don t fill|not fill (this|in)|honey ?pot|
    \bhp\b|if you (are|re) (a )?human|leer lassen|nicht ausfullen|laisse[rz] (ce champ )?vide|ne pas remplir|
    dejar? (este campo )?(vacio|en blanco)|no rellenar|no completar|non compilare|niet invullen|leeg laten|spam ?trap|
    bot ?(trap|field|check)|gotcha|deixe (este campo )?(vazio|em branco)|nie wypelniaj|nevyplnujte|fyll inte i|
    fake ?(user|pass)|faux ?(user|pass)|prevent ?auto ?(fill|complete)|dummy`,
);
const current = words(
  String.raw`current|\bold|existing|present pass|aktuell|derzeitig|bisherig|altes|actuel|ancien|actual|antigua|attual|
    vecchia|huidig|\boud|atual|antiga|obecne|aktualne|stare\b|soucasne|stavajici|nuvarande|mevcut|eski|текущ|стар|
    現在|旧|当前|原密码|현재|الحالية`,
);
const renewed = words(
  String.raw`\bnew|new ?pass|confirm|repeat|re ?type|re ?enter|re ?password|again|verify|verif(ication|icar|ier)?\b|match|
    choose|create|creat|festleg|neues|neue\b|wiederhol|bestatig|erneut|wahle|nouveau|nouvelle|confirm|repete|repeter|choisi|
    nueva|repetir|repite|elige|crea\b|nuova|ripeti|conferm|scegli|nieuw|herhaal|bevestig|kies|nova\b|repita|nowe|
    powtorz|potwierdz|nove\b|potvrd|znovu|nytt|upprepa|bekrafta|gentag|gjenta|yeni|tekrar|onay|нов|повтор|подтверд|
    新しい|確認|再入力|新密码|新密碼|确认|確認|重复|再次|새|확인|الجديدة|تأكيد|pass(word|wd)? ?(2|two|conf|chk|check|cfm)\b|password ?2|
    pw ?2\b|repass`,
);
const pass = words(
  String.raw`pass ?word|passwd|\bpwd|pwd\b|pass ?wort|kenn ?wort|mot de passe|contrasen|clave\b|senha|wacht ?woord|haslo|
    heslo|losenord|lozinka|parol|пароль|sifre|jelszo|パスワード|密码|密碼|비밀번호|كلمة المرور|\bpasskey phrase|passphrase|pass$|
    ^pass\b`,
);
const machineSecret = words(
  String.raw`\bapi|client secret|shared (secret|key)|pre ?shared|\bpsk\b|\bwpa|wi ?fi|wlan|wireless|snmp|community|smtp|ldap|
    bind ?(dn|pass)|proxy|radius|mail server|database|\bdb\b|mysql|webdav|\bftp|ddns|pppoe|ipsec|
    vpn ?(key|secret|psk)|encryption|private key|backup pass|web ?hook|zip pass|archive pass|ssid|meeting`,
);

const question = words(
  String.raw`\banswer|(security|secret) question|last (4|four)|\bssn|social security|antwort\b|sicherheitsfrage|respuesta|reponse|
    resposta|risposta|odpowied|odpoved|ответ|відповід|答え|答案|답변|\bsvar\b|vastaus|antwoord`,
);

/** What tells one field from another, as data: the first hint that fits decides. */
export const fieldHints: readonly FieldHint[] = [
  { kind: 'decoy', strength: 3, types: 'any', names: decoy, texts: decoy },
  { kind: 'card', strength: 3, types: 'any', tokens: /^cc-/ },
  { kind: 'code', strength: 3, types: 'any', tokens: /^one-time-code$/ },
  { kind: 'captcha', strength: 3, types: 'any', names: captcha, texts: captcha },

  { kind: 'password', strength: 3, types: 'password', tokens: /^current-password$/, unless: renewed },
  { kind: 'card', strength: 2, types: 'password', names: card, texts: card },
  { kind: 'password', strength: 2, types: 'password', texts: /pass(word|code|wort)? (or )?(otp|token|tan)\b/ },
  { kind: 'code', strength: 2, types: 'password', names: oneTime, texts: oneTime, unless: notOneTime },
  { kind: 'password', strength: 2, types: 'password', names: current, texts: current },
  { kind: 'other-secret', strength: 2, types: 'password', names: machineSecret, texts: machineSecret },
  { kind: 'other-secret', strength: 2, types: 'password', names: question, texts: question, unless: pass },
  { kind: 'new-password', strength: 3, types: 'password', names: renewed, texts: renewed },
  { kind: 'new-password', strength: 1, types: 'password', tokens: /^new-password$/ },
  { kind: 'password', strength: 2, types: 'password', names: pass, texts: pass },
  { kind: 'password', strength: 1, types: 'password', type: /./ },

  {
    kind: 'search',
    strength: 2,
    types: 'text',
    names: /^(q|query|keywords?|search)$/,
    texts: /^(search|suche|recherche|buscar|zoek)/,
  },
  { kind: 'username', strength: 3, types: 'text', tokens: /^username$/ },
  {
    kind: 'identity',
    strength: 3,
    types: 'text',
    tokens:
      /^(name|given-name|family-name|additional-name|honorific-.*|nickname|organization.*|street-address|address-.*|postal-code|country.*|bday.*|sex|url|language|transaction-.*)$/,
  },
  { kind: 'password', strength: 3, types: 'text', tokens: /^current-password$/ },
  { kind: 'new-password', strength: 2, types: 'text', tokens: /^new-password$/ },
  { kind: 'username', strength: 2, types: 'text', texts: mailOrPhone },
  { kind: 'search', strength: 2, types: 'text', names: search, texts: search, unless: user },
  { kind: 'code', strength: 2, types: 'text', names: oneTime, texts: oneTime, notType: /^email$/, unless: notOneTime },
  { kind: 'code', strength: 1, types: 'text', texts: /验证码|驗證碼/, unless: notOneTime },
  { kind: 'card', strength: 2, types: 'text', names: card, texts: card },
  {
    kind: 'password',
    strength: 1,
    types: 'text',
    names: /^(.* )?(pass|passwd|password|pwd|passwort|kennwort|wachtwoord|senha|haslo|heslo)$/,
    unless: words(`forgot|hint|reset|user|e ?mail|login`),
  },
  {
    kind: 'extra',
    strength: 2,
    types: 'text',
    names: extra,
    texts: extra,
    unless: words('user ?(name|id)|e ?mail'),
  },
  { kind: 'username', strength: 2, types: 'text', tokens: /^webauthn$/ },
  { kind: 'username', strength: 2, types: 'text', texts: user },
  { kind: 'email', strength: 2, types: 'text', tokens: /^email$/, texts: mail },
  { kind: 'phone', strength: 2, types: 'text', tokens: /^tel/, texts: phone },
  {
    kind: 'username',
    strength: 2,
    types: 'text',
    names: /^(j ?)?(login|log|user|user ?name|user ?id|usr|uname|login ?id|login ?name)$/,
  },
  { kind: 'identity', strength: 2, types: 'text', texts: identity },
  { kind: 'username', strength: 2, types: 'text', names: user },
  { kind: 'email', strength: 2, types: 'text', names: mail, type: /^email$/ },
  { kind: 'phone', strength: 1, types: 'text', names: phone, type: /^tel$/ },
  { kind: 'identity', strength: 1, types: 'text', names: identity },
  { kind: 'username', strength: 1, types: 'text', names: faintUser, texts: faintUser },
  { kind: 'search', strength: 1, types: 'text', type: /^search$/ },
  { kind: 'unnamed', strength: 1, types: 'text', type: /./ },
];
