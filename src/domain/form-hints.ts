import { notOneTime, oneTime } from './field-hints.ts';
import { words } from './fold.ts';

/** What a form is for, as far as a fill needs to know. */
export type FormKind = 'login' | 'sign-up' | 'other' | 'code';

/** Where words of a form stand. */
export type FormPlace = 'submit' | 'button' | 'heading' | 'link' | 'attribute' | 'text' | 'title' | 'label' | 'field';

export interface FormHint {
  readonly places: readonly FormPlace[];
  readonly words: RegExp;
  readonly unless?: RegExp;
  /** Only where no password is asked for: beside one, the words mean something else. */
  readonly withoutPassword?: true;
  /** Only where nothing but shape and a button to go on speaks of logging in. */
  readonly withoutLogin?: true;
  /** What it adds to each kind. A hint counts once, however often its words stand there. */
  readonly adds: Readonly<Partial<Record<FormKind, number>>>;
}

const logIn = words(
  String.raw`log ?in\b|sign ?in\b|log ?on\b|sign ?on\b|signin|login|logon|log me in|sign me in|einlog|
    anmelde(n|maske|formular)|connexion|connecte|me connecter|s identifier|identifie|
    inici(ar|a|e) ?(la )?(sesion|sessao|sessio)|inicio de sesion|acced|access to|entrar\b|\bentra\b|ingres|accesso|
    inlog|aanmelden|zaloguj|logowanie|prihlas|logga in|inloggning|log ind|logg inn|kirjaudu|\bgiris|oturum ac|войти|
    вход\b|авториз|увійти|ログイン|サインイン|登录|登錄|登入|登陆|로그인|تسجيل الدخول|دخول|bejelentkez|belepes|autentific|conecta|
    σύνδεση|prijav|authenticat|autenti|unlock|entsperren|deverrouiller|desbloquear|sblocca|ontgrendel|odblokuj|
    odemknout|sisselog|התחבר|כניסה|dang nhap|masuk|เข้าสู่ระบบ`,
);
const signUp = words(
  String.raw`sign ?up\b|signup|regist(er|ration|rate|rar|rarse|ro|er nu|rieren|rati)|
    creat(e|ing) (an? |my |your |a new |new |free |the )*(account|profile|login|id\b|password|user|membership)|
    create (the )?(first )?(account|admin)|create (the|a) (first|new) (account|admin|user)|new account|account (creation|create)|join\b(?! (a |the |an )?(meeting|room|call|session|webinar))|get started|(start|begin|try).{0,12}(free|trial)|
    free trial|enrol|become a|open (an )?account|set ?up (your|an) account|konto (erstellen|anlegen|eroffnen)|
    neues konto|neu anmelden|jetzt anmelden und|inscri|creer (un |mon |votre )?(compte|profil)|
    crea(r)? (una |tu |un |il tuo |mi )?(cuenta|account|conta)|criar (uma |a minha )?conta|cadastr|iscri[vz]|
    registreren|account (aanmaken|maken)|zarejestr|rejestrac|zaloz(yc|it|enie)? ?(konto|ucet)|utworz konto|
    registrovat|registrace|vytvorit ucet|skapa (ett )?konto|opret|opprett|rekistero|luo (tili|tunnus)|kaydol|uye ol|
    kayit|hesap olustur|зарегистр|регистр|создать (аккаунт|учет)|新規登録|会員登録|アカウント(を)?作成|注册|註冊|회원가입|가입하기|إنشاء حساب|
    regisztra|inregistr|creare cont|\breg ?form|(pick|choose) (a|your) (user ?name|password)|new ?(user|customer|member)|novo usuario|neukunde|dang ky|daftar`,
);
const news = words(
  `subscri|newsletter|mailing ?list|notify me|abonnier|s abonner|abonne|suscrib|infolettre|boletin|nieuwsbrief|
    nyhetsbrev|nyhedsbrev|рассылк|メルマガ|订阅|뉴스레터|bulten|biuletyn|novinky|zpravodaj|jederzeit.{0,15}abmeld|abmeldung jederzeit|desabonn|desinscri|darte de baja|afmelden`,
);
const otherThing = words(
  String.raw`send (message|inquiry|enquiry|request)|contact (us|form)|get (a )?quote|download|track|search|suchen|rechercher|
    buscar|pay( now)?\b|place order|checkout|donate|book now|comment|calculate|apply (code|coupon)|redeem|
    save( changes| settings)?$|speichern|enregistrer|guardar|salva\b|opslaan|apply$|ubernehmen|appliquer|add user|
    test connection|invite|share|vote|unsubscribe|kostenlos|guest|delete|pagar|payer|bezahlen|betalen|zaplat|ticket|meeting|telecharger|herunterladen|descargar|保存|应用|cambiar|cerca\b`,
);
const reset = words(
  `(reset|recover|retrieve|forgot|forgotten|lost|change|restore).{0,30}(password|passwort|account|user ?name|pin|login)|
    password (reset|recovery|reminder|help|assistance)|
    (reset|recovery|reminder|verification) (link|instruction|e ?mail)|
    send (me )?(a |the )?(reset|link|e ?mail|code|instruction|recovery)|
    passwort.{0,20}(vergessen|zurucksetzen|anfordern)|mot de passe.{0,15}(oublie|perdu)|reinitialis|recuper|
    restablec|olvid|dimenticat|reimposta|redefinir|esquec|wachtwoord (vergeten|herstel|opnieuw)|zresetuj|odzysk|przypomn|
    zapom(n|en)|obnov|aterstall|glomt|nulstil|sifremi unuttum|сброс|восстанов|забыли|パスワード(を|の)?(忘|再|リセット)|忘记|忘記|重置|
    找回|비밀번호 (찾기|재설정)|نسيت`,
);
const forgot = words(
  `forgot|forget|lost (your )?pass|reset (your |my )?pass|can t (access|log|sign)|cannot (log|sign)|
    trouble (logging|signing|with)|problem.{0,12}(log|sign)|need help (log|sign)|vergessen|oubli|perdu|olvid|
    recuper|dimenticat|esquec|vergeten|nie pamietasz|zapomn|zapomen|glomt|glemt|unohd|unuttum|забыли|восстановить|
    お忘れ|忘れ|忘记|忘記|找回|비밀번호 찾기|نسيت|password reset|elfelejt|am uitat|zaboravi|quen mat|lupa (kata|password)|
    password help|passwort zurucksetzen`,
);
const remember = words(
  `remember|keep me|stay (signed|logged|connected)|signed in|logged in|angemeldet bleiben|eingeloggt bleiben|
    merken|se souvenir|rester connecte|memoriser|recordar|recuerd|mantener|no cerrar|ricorda|resta connesso|lembrar|
    manter|onthoud|ingelogd blijven|aangemeld blijven|zapamietaj|nie wylogowuj|zapamatovat|trvale|kom ihag|husk mig|
    husk meg|muista|beni hatirla|запомнить|次回から|ログイン状態|保持|记住|記住|로그인 상태|기억|تذكرني|trust this (device|browser)|
    public (or shared )?computer|private computer`,
);
const signedIn = words(
  String.raw`(signed|logged) in as|\b(log|sign) ?(out|off)\b|logout|abmelden|angemeldet als|deconnexion|deconnecter|cerrar sesion|
    terminar sessao|disconnetti|uitloggen|afmelden|wyloguj|odhlasit|logga ut|log ud|logg ut|kirjaudu ulos|выйти|вийти|
    ログアウト|退出|注销|登出|로그아웃|تسجيل الخروج|התנתק`,
);
const terms = words(
  String.raw`\bi (agree|accept|have read)|(agree|accept|consent) (to|with) (the|our)|terms (of|and)|
    by (signing up|creating|registering|joining|clicking|continuing|submitting)|privacy (policy|notice|statement)|
    ich (stimme|akzeptiere|habe)|agb\b|datenschutz|j accepte|conditions (generales|d utilisation)|acepto|terminos|
    accetto|termini|aceito|termos|ik ga akkoord|voorwaarden|akceptuj|regulamin|souhlas|jag (godkanner|accepterar)|
    villkor|kabul|соглас|услови|同意|利用規約|服务条款|이용약관|동의`,
);
const has = words(
  `already (have|a member|registered|signed|got|using|on)|have an? (existing )?account|
    existing (user|customer|member|account)|bereits (ein |registriert|kunde|mitglied|angemeldet)|
    schon (ein|registriert|dabei|mitglied)|deja (un|inscrit|client|membre)|vous avez deja|
    ya (tienes|tiene|eres|estas)|gia (un|registrato|iscritto)|hai gia|ja (tem|possui)|(heb|heeft) (je|u) al|
    al een account|masz juz|mas uz|jiz mate|har du redan|redan|har du allerede|zaten|уже (есть|зарег)|すでに|既に|お持ちの方|
    已有|已经|이미|لديك حساب`,
);
const hasNot = words(
  `(don t|do not|dont|not) (yet )?(have|already)|no account|not (a member|registered|yet)|
    new (here|to|user|customer|member|around)|need an? account|without an account|first time|noch (kein|nicht)|
    neu (hier|bei)|pas (encore|de compte)|nouveau (client|sur|ici)|no tienes|aun no|todavia no|eres nuevo|non hai|
    non sei|nuovo (utente|cliente)|nao (tem|possui)|ainda nao|geen account|nog geen|nie masz|nemate|nemas|
    inget konto|har du inte|ny har|ikke (en )?(konto|bruger)|hesabin yok|нет аккаунта|еще не|お持ちでない|初めて|没有|還沒|아직|
    없으신|ليس لديك|create (an |your |a new )?account|sign ?up|register|registrieren|s inscrire|registrarse|registrati`,
);
const rules = words(
  String.raw`at least \d|minimum (of )?\d|min \d|\d+ or more char|\d+ ?(to|-|and|–) ?\d+ char|\d+ characters|
    must (contain|include|be|have)|upper ?case|special char|password (strength|must|should|requirements?)|
    mindestens|zeichen|caracteres|caratteri|tekens|znaky|znakow|tecken|символ|文字以上|8文字|位字符|자 이상|strength|weak\b|
    au moins \d|al menos \d|almeno \d`,
);
const offers = words(
  `send me|receive (news|e ?mail|offers|updates|promo|special|marketing|communications)|special offers|newsletter|
    marketing|updates (and|about|from|on)|keep me (updated|informed|posted)|news and|exclusive offers|latest news`,
);
const invited = words(`invit|einladung|convite|uitnodig|zaprosz|pozvan|inbjud|davet|приглаш|招待|邀请|초대`);
const onward = words(
  String.raw`^next\b|continue|^weiter|suivant|continuer|siguiente|continuar|avanti|continua|proximo|seguinte|volgende|
    doorgaan|verder|^dalej|dalsi|pokracovat|^nasta|^naste|fortsatt|^ileri|devam|далее|продолж|次へ|続|下一步|继续|다음|계속|
    التالي|^go\b|^enter\b|^ok$|^submit$|volgen`,
);
const confirmIdentity = words(
  `confirm (your )?(current )?password (to|before)|
    to (save|delete|continue|confirm).{0,30}(enter|type|confirm) (your )?(current )?password|
    delete (my |your |this )?account|close (my |your )?account|protected (by|with) a password|password protected|
    is password|file is protected|link is protected|konto (endgultig )?loschen|passwortgeschutzt|
    protege par (un )?mot de passe|protegid[ao] (por|con) (una |uma )?(contrasen|senha)|protetto da password|beveiligd met een wachtwoord|chronion[aey] haslem|supprimer (mon|le) compte|eliminar (mi |la )?cuenta`,
);

/** What is set up with a password of its own: a fill for a person is not meant there. */
const machinery = words(
  String.raw`\bsnmp|\bradius|\bsmtp|\bldap|\bmysql|database (name|host|connection|server|user)|db (name|host)|\bddns|pppoe|wi ?fi|\bwlan|
    pre ?shared|\bproxy|mail server`,
);

const socialLogin = words('^(google|facebook|apple|microsoft|github|linkedin)$|(continue|log ?in|sign ?in) with');

/** What tells a login from a sign-up and from everything else, as data. */
export const formHints: readonly FormHint[] = [
  { places: ['submit'], words: logIn, unless: signUp, adds: { login: 5 } },
  { places: ['submit'], words: signUp, unless: logIn, adds: { 'sign-up': 6 } },
  { places: ['submit'], words: otherThing, adds: { other: 4 } },
  { places: ['submit', 'heading', 'attribute', 'text'], words: news, withoutPassword: true, adds: { other: 5 } },
  { places: ['submit', 'heading'], words: reset, withoutPassword: true, adds: { other: 5 } },
  { places: ['heading', 'title'], words: reset, unless: logIn, adds: { other: 5 } },
  { places: ['submit'], words: onward, adds: { login: 1 } },
  { places: ['link', 'button', 'submit'], words: socialLogin, withoutPassword: true, adds: { login: 1.5 } },
  { places: ['heading'], words: logIn, unless: signUp, adds: { login: 3 } },
  { places: ['heading'], words: signUp, unless: logIn, adds: { 'sign-up': 4 } },
  { places: ['heading'], words: otherThing, unless: logIn, adds: { other: 2 } },
  { places: ['heading', 'label'], words: machinery, unless: logIn, adds: { other: 3 } },
  { places: ['attribute'], words: logIn, unless: signUp, adds: { login: 3 } },
  {
    places: ['attribute'],
    words: words(String.raw`\bauth|authoriz|\bsso\b|saml|oauth|oidc|session`),
    unless: signUp,
    adds: { login: 1.5 },
  },
  { places: ['attribute'], words: signUp, unless: logIn, adds: { 'sign-up': 3.5 } },
  { places: ['attribute'], words: otherThing, adds: { other: 2.5 } },
  {
    places: ['attribute'],
    words: words('forgot|reset|recover|lost ?pass'),
    unless: logIn,
    adds: { other: 3 },
  },
  { places: ['field'], words: logIn, unless: signUp, adds: { login: 1.5 } },
  { places: ['field'], words: signUp, unless: logIn, adds: { 'sign-up': 3 } },
  {
    places: ['field'],
    words: words(
      `(confirm|repeat|re ?enter|re ?type) ?(your )?(e ?mail|user)|e ?mail ?(confirm|again|repeat)|
    e mail.{0,12}(wiederhol|bestatig)|repetir (e ?mail|correo)|conferma e ?mail`,
    ),
    adds: { 'sign-up': 5 },
  },
  { places: ['link', 'button', 'submit', 'text'], words: forgot, adds: { login: 3 } },
  { places: ['text', 'label'], words: remember, unless: signedIn, adds: { login: 2.5 } },
  { places: ['text', 'link', 'button'], words: signedIn, withoutPassword: true, adds: { other: 3 } },
  { places: ['text', 'label'], words: terms, adds: { 'sign-up': 1 } },
  { places: ['text', 'link', 'label'], words: has, unless: hasNot, adds: { 'sign-up': 3 } },
  { places: ['text', 'link'], words: hasNot, unless: has, adds: { login: 1.5 } },
  { places: ['text'], words: rules, adds: { 'sign-up': 3 } },
  { places: ['text', 'label'], words: offers, adds: { 'sign-up': 1.5, other: 1 } },
  { places: ['heading', 'text'], words: invited, adds: { 'sign-up': 1.5 } },
  { places: ['heading', 'text'], words: confirmIdentity, adds: { other: 8 } },
  {
    places: ['heading', 'label'],
    words: words('(join|enter) (a |the )?(meeting|webinar|conference)|meeting id'),
    adds: { other: 12 },
  },
  { places: ['heading', 'title', 'text', 'label', 'submit'], words: oneTime, unless: notOneTime, adds: { code: 1 } },
  { places: ['heading', 'text', 'label', 'field'], words: words('[6六] ?[桁位]|6 ?자리'), adds: { code: 1 } },
  { places: ['title'], words: logIn, unless: signUp, adds: { login: 1 } },
  { places: ['title'], words: signUp, unless: logIn, adds: { 'sign-up': 1.5 } },
  // Last, since all others must have been looked for.
  { places: ['text', 'label'], words: terms, withoutLogin: true, adds: { 'sign-up': 3 } },
];

/** A page's title says that it is for signing up, or that it is for logging in. */
export const titleWords = { login: logIn, 'sign-up': signUp } as const;
