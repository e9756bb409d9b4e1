import { notOneTime, oneTime } from './field-hints.ts';
import { raw, words } from './fold.ts';

/** What a form is for, as far as a fill needs to know. */
export type FormKind = 'login' | 'sign-up' | 'other' | 'code';

/** Where words of a form stand. */
export type FormPlace = 'submit' | 'button' | 'heading' | 'link' | 'attribute' | 'text' | 'title' | 'label' | 'field';

/** What speaks for each kind, and how much. A hint counts once, however often its words stand there. */
export type Adds = Readonly<Partial<Record<FormKind, number>>>;

export interface FormHint extends Adds {
  readonly places: readonly FormPlace[];
  readonly words: RegExp;
  readonly unless?: RegExp;
  /** Only where no password is asked for: beside one, the words mean something else. */
  readonly withoutPassword?: true;
  /** Only beside a password, and where nothing but shape and a button to go on speaks of logging in. */
  readonly withoutLogin?: true;
}

const logIn = words(
  raw`(log|sign) ?[io]n\b|signin|login|logon|(log|sign) me in|anmelde(n|maske|formular)|connexion|connecte|identifie|inici(ar|a|e) ?(la )?(sesion|sessao|sessio)|inicio de sesion|acced|access to|entrar\b|\bentra\b|ingres|accesso|
    inlog|aanmelden|zaloguj|logowanie|prihlas|logga in|log ind|logg inn|kirjaudu|\bgiris|oturum ac|войти|
    вход\b|авториз|увійти|ログイン|サインイン|登[录錄入陆]|로그인|دخول|bejelentkez|belepes|conecta|
    σύνδεση|prijav|authenticat|autenti|unlock|entsperren|deverrouiller|desbloquear|sblocca|ontgrendel|odblokuj|
    odemknout|sisselog|התחבר|כניסה|dang nhap|masuk|เข้าสู`,
);
const signUp = words(
  raw`sign ?up\b|signup|regist(er|ra(r|c|ti|te)|rer|ro|ri)|
    creat(e|ing) ((an?|my|your|new|free|the|first) )*(account|profile|login|id\b|password|user|membership|admin)|
    new account|account creat|join\b(?! (a |the |an )?(meeting|room|call|session|webinar))|get started|
    (start|begin|try).{0,12}(free|trial)|free trial|enrol|become a|open (an )?account|set ?up (your|an) account|konto (erstellen|anlegen|eroffnen)|neues konto|neu anmelden|inscri|
    (crear?|criar|creer|creare) (\w+ ){0,2}(compte|profil|cuenta|account|conta?\b)|cadastr|iscri[vz]|
    account (aan)?maken|rejestr|zaloz(yc|it|enie)? ?(konto|ucet)|utworz konto|vytvorit ucet|skapa (ett )?konto|
    opp?ret|rekistero|luo (tili|tunnus)|kaydol|uye ol|kayit|hesap olustur|регистр|создать (аккаунт|учет)|(新規|会員)登録|アカウント(を)?作成|[注註][册冊]|가입|إنشاء حساب|regisztra|\breg ?form|(pick|choose) (a|your) (user ?name|password)|
    new ?(user|customer|member)|novo usuario|neukunde|dang ky|daftar`,
);
const news = words(
  `subscri|newsletter|mailing ?list|abonni|abonne|suscrib|infolettre|boletin|nieuwsbrief|
    nyhetsbrev|nyhedsbrev|рассылк|メルマガ|订阅|뉴스레터|bulten|biuletyn|novinky|zpravodaj|abmeldung|jederzeit.{0,9}abmeld|desabonn|desinscri|darte de baja|afmelden`,
);
const otherThing = words(
  raw`send (message|[ei]nquiry|request)|contact (us|form)|get (a )?quote|download|track|search|suchen|rechercher|
    buscar|pay( now)?\b|place order|checkout|donate|comment|apply (code|coupon)|redeem|
    save( changes| settings)?$|speichern|enregistrer|guardar|salva\b|opslaan|apply$|ubernehmen|appliquer|add user|
    test connection|invite|share|unsubscribe|kostenlos|guest|delete|pagar|payer|bezahlen|betalen|zaplat|ticket|meeting|telecharger|herunterladen|descargar|保存|应用|cambiar|cerca\b`,
);
const reset = words(
  `(reset|recover|retrieve|forgot|lost|change|restore).{0,30}(pass ?wor|account|user ?name|pin|login)|
    password (reset|recov|remind|help|assist)|(reset|recovery|reminder|verification) (link|instruction|e ?mail)|
    send (me )?(a |the )?(reset|link|e ?mail|code|instruction|recovery)|passwort.{0,20}(verg|zuruck|anford)|
    mot de passe.{0,15}(oublie|perdu)|reinitialis|recuper|restablec|olvid|dimenticat|reimposta|redefinir|esquec|
    wachtwoord (verg|herst|opnieuw)|zresetuj|odzysk|przypomn|zapom(n|en)|obnov|aterstall|glomt|nulstil|unuttum|
    сброс|восстанов|забыли|パスワード(を|の)?(忘|再|リセット)|忘[记記]|重置|找回|비밀번호 (찾기|재설정)|نسيت`,
);
const forgot = words(
  `forg[eo]t|lost (your )?pass|reset (your |my )?pass|(can t|cannot) (access|log|sign)|(trouble|problem|need help).{0,12}(log|sign|with)|vergessen|oubli|perdu|olvid|
    recuper|dimenticat|esquec|vergeten|nie pamietasz|zapom[en]|gl[eo]mt|unohd|unuttum|забыли|восстановить|忘[れ记記]|找回|
    비밀번호 찾기|نسيت|pass ?wor[dt] (reset|help|zuruck)|elfelejt|am uitat|zaboravi|quen mat|lupa (kata|password)`,
);
const remember = words(
  `remember|keep me|stay (signed|logged|connected)|signed in|logged in|(angemeldet|eingeloggt) bleiben|merken|se souvenir|rester connecte|memoriser|recordar|recuerd|mantener|no cerrar|ricorda|resta connesso|lembrar|
    manter|onthoud|(ingelogd|aangemeld) blijven|zapamietaj|nie wylogowuj|zapamatovat|trvale|kom ihag|husk m[ei]g|muista|beni hatirla|запомнить|次回から|ログイン状態|保持|[记記]住|로그인 상태|기억|تذكرني|trust this (device|browser)|
    (public|shared|private) computer`,
);
const signedIn = words(
  raw`(signed|logged) in as|\b(log|sign) ?(out|off)\b|logout|abmelden|angemeldet als|deconnexion|deconnecter|cerrar sesion|
    terminar sessao|disconnetti|uitloggen|afmelden|wyloguj|odhlasit|logga ut|log ud|logg ut|kirjaudu ulos|выйти|вийти|
    ログアウト|退出|注销|登出|로그아웃|تسجيل الخروج|התנתק`,
);
const terms = words(
  raw`\bi (agree|accept|have read)|(agree|accept|consent) (to|with) (the|our)|terms (of|and)|
    by (sign|creat|regist|join|click|continu|submit)|privacy (policy|notice|statement)|
    ich (stimme|akzeptiere|habe)|agb\b|datenschutz|j accepte|conditions (generales|d utilisation)|acepto|terminos|
    accetto|termini|aceito|termos|ik ga akkoord|voorwaarden|akceptuj|regulamin|souhlas|jag (godkanner|accepterar)|
    villkor|kabul|соглас|услови|同意|利用規約|服务条款|이용약관|동의`,
);
const has = words(
  `already (have|a member|registered|signed|got|using|on)|have an? (existing )?account|
    existing (user|customer|member|account)|(bereits|schon) (ein|registriert|kunde|mitglied|angemeldet|dabei)|deja (un|inscrit|client|membre)|avez deja|ya (tiene|eres|estas)|gia (un|registrato|iscritto)|hai gia|ja (tem|possui)|(heb|heeft) (je|u) al|
    al een account|masz juz|mas uz|jiz mate|redan|har du allerede|zaten|уже (есть|зарег)|すでに|既に|お持ちの方|
    已有|已经|이미|لديك حساب`,
);
const hasNot = words(
  `(don t|do not|dont|not) (yet )?(have|already)|no account|not (a member|registered|yet)|
    new (here|to|user|customer|member|around)|need an? account|first time|noch (kein|nicht)|
    neu (hier|bei)|pas (encore|de compte)|nouveau (client|sur|ici)|no tienes|aun no|todavia no|non (hai|sei)|nuovo (utente|cliente)|nao (tem|possui)|ainda nao|geen account|nog geen|nie masz|nema[st]|
    inget konto|har du inte|ny har|ikke (en )?(konto|bruger)|нет аккаунта|еще не|お持ちでない|初めて|没有|還沒|아직|
    없으신|ليس لديك|create (an |your |a new )?account|sign ?up|regist(er|ri|rarse|rati)|s inscrire`,
);
const rules = words(
  raw`(at least|minimum|minimum of|min|au moins|al menos|almeno) \d|\d (or more )?char(s|acters)|must (contain|include|be|have)|
    upper ?case|special char|password (strength|must|should|requirement)|mindestens|zeichen|caracteres|caratteri|
    tekens|znaky|znakow|tecken|символ|文字以上|8文字|位字符|자 이상|strength|weak\b`,
);
const offers = words(
  `send me|receive (news|e ?mail|offers|updates|promo|special|communications)|offers\\b|marketing|updates (and|about|from|on)|keep me (updated|informed|posted)|news(letter| and)|latest news`,
);
const invited = words(`invit|einladung|convite|uitnodig|zaprosz|pozvan|inbjud|davet|приглаш|招待|邀请|초대`);
const onward = words(
  raw`^next\b|continu[ea]|^weiter|suivant|siguiente|avanti|proximo|seguinte|doorgaan|verder|^dalej|dalsi|pokracovat|^nasta|^naste|fortsatt|^ileri|devam|далее|продолж|次へ|続|下一步|继续|다음|계속|
    التالي|^go\b|^enter\b|^ok$|^submit$|volgen`,
);
const confirmIdentity = words(
  `confirm (your )?(current )?password (to|before)|
    to (save|delete|continue|confirm).{0,30}(enter|type|confirm) (your )?(current )?password|
    (delete|close|supprimer|eliminar) (\\w+ )?(account|compte|cuenta)|protected (by|with) a password|password protected|
    is password|(file|link) is protected|konto (endgultig )?loschen|passwortgeschutzt|
    proteg.{0,20}(mot de passe|contrasen|senha)|protetto da|beveiligd met|chronion[aey]`,
);

/** What is set up with a password of its own: a fill for a person is not meant there. */
const machinery = words(
  raw`\bsnmp|\bradius|\bsmtp|\bldap|\bmysql|(database|db) (name|host|connection|server|user)|\bddns|pppoe|wi ?fi|\bwlan|
    pre ?shared|\bproxy|mail server`,
);

const enterCode = words(
  raw`enter.{0,20}code|code (ein\b|eingeben)|saisi.{0,16}code|introdu.{0,16}codigo|inseri.{0,16}codi|digite.{0,12}codigo|
    voer.{0,12}code|wpisz.{0,10}kod|zadejte.{0,10}kod|ange.{0,10}kod|введите.{0,10}код|コードを入力|输入.{0,6}码|코드를 입력|
    character code`,
);
/** How a code comes to a person. */
const cameBy = words(
  raw`\bsms\b|text message|\bapp\b|(sent|mailed|texted).{0,30}(code|you|to)|gesendet|geschickt|envoye|envia(do|mos)|
    inviato|verstuurd|wysla|skickat|отправ|送信|发送`,
);

const socialLogin = words('^(google|facebook|apple|microsoft|github|linkedin)$|(continue|log ?in|sign ?in) with');

/** What tells a login from a sign-up and from everything else, as data. */
export const formHints: readonly FormHint[] = [
  { places: ['submit'], words: logIn, unless: signUp, login: 5 },
  { places: ['submit'], words: signUp, unless: logIn, 'sign-up': 6 },
  { places: ['submit'], words: otherThing, other: 4 },
  { places: ['submit', 'heading', 'attribute', 'text'], words: news, withoutPassword: true, other: 5 },
  { places: ['submit', 'heading'], words: reset, withoutPassword: true, other: 5 },
  { places: ['heading', 'title'], words: reset, unless: logIn, other: 5 },
  { places: ['submit'], words: onward, login: 1 },
  { places: ['link', 'button', 'submit'], words: socialLogin, withoutPassword: true, login: 1.5 },
  { places: ['heading'], words: logIn, unless: signUp, login: 3 },
  { places: ['heading'], words: signUp, unless: logIn, 'sign-up': 4 },
  { places: ['heading'], words: otherThing, unless: logIn, other: 2 },
  { places: ['heading', 'label'], words: machinery, unless: logIn, other: 3 },
  { places: ['attribute'], words: logIn, unless: signUp, login: 3 },
  {
    places: ['attribute'],
    words: words(raw`\bauth|authoriz|\bsso\b|saml|oauth|oidc|session`),
    unless: signUp,
    login: 1.5,
  },
  { places: ['attribute'], words: signUp, unless: logIn, 'sign-up': 3.5 },
  { places: ['attribute'], words: otherThing, other: 2.5 },
  {
    places: ['attribute'],
    words: words('forgot|reset|recover|lost ?pass'),
    unless: logIn,
    other: 3,
  },
  { places: ['field'], words: logIn, unless: signUp, login: 1.5 },
  { places: ['field'], words: signUp, unless: logIn, 'sign-up': 3 },
  {
    places: ['field'],
    words: words(
      `(confirm|repeat|repetir|re ?enter|re ?type).{0,6}(e ?mail|user|correo)|e ?mail.{0,12}(confirm|again|repeat|wiederhol|bestatig)`,
    ),
    'sign-up': 5,
  },
  { places: ['link', 'button', 'submit', 'text'], words: forgot, login: 3 },
  { places: ['text', 'label'], words: remember, unless: signedIn, login: 2.5 },
  { places: ['text', 'link', 'button'], words: signedIn, withoutPassword: true, other: 3 },
  { places: ['text', 'label'], words: terms, 'sign-up': 1 },
  { places: ['text', 'link', 'label'], words: has, unless: hasNot, 'sign-up': 3 },
  { places: ['text', 'link'], words: hasNot, unless: has, login: 1.5 },
  { places: ['text'], words: rules, 'sign-up': 3 },
  { places: ['text', 'label'], words: offers, 'sign-up': 1.5, other: 1 },
  { places: ['heading', 'text'], words: invited, 'sign-up': 1.5 },
  { places: ['heading', 'text'], words: confirmIdentity, other: 8 },
  {
    places: ['heading', 'label'],
    words: words('(join|enter) (a |the )?(meeting|webinar|conference)|meeting id'),
    other: 12,
  },
  { places: ['heading', 'title', 'text', 'label', 'submit'], words: oneTime, unless: notOneTime, code: 1 },
  {
    places: ['heading', 'text', 'label', 'field'],
    words: words('[6六] ?[桁位]|6 ?자리|stelligen? code'),
    code: 1,
  },
  // Each of these is said of other codes as well, both together hardly.
  { places: ['heading', 'text', 'label', 'field'], words: enterCode, unless: notOneTime, code: 0.5 },
  { places: ['heading', 'text'], words: cameBy, code: 0.5 },
  { places: ['title'], words: logIn, unless: signUp, login: 1 },
  { places: ['title'], words: signUp, unless: logIn, 'sign-up': 1.5 },
  // Last, since all others must have been looked for.
  { places: ['text', 'label'], words: terms, withoutLogin: true, 'sign-up': 3 },
];

/** A page's title says that it is for signing up, or that it is for logging in. */
export const titleWords = { login: logIn, 'sign-up': signUp } as const;
