/**
 * What the generic detector knows of names and values. Words are lower case; a name is cut at humps, digits and separators.
 * Lists are strings with blanks around each word: looking into one costs less than building a set for the few that are asked.
 */

/** Words whose occurrence makes a spot worth a look; the prefilter finds them, whatever the case. */
export const GENERIC_WORDS: readonly string[] = [
  'pass',
  'pwd',
  'swd',
  'swr',
  'swor',
  '_pw',
  'pw=',
  'pw:',
  'secret',
  'token',
  'key',
  'cred',
  'auth',
  'api',
  'private',
  'access',
  'bearer',
  'identified by',
  'curlopt',
  '_pat',
  'securestring',
  'basic ',
  'login(',
  'bindpw',
  'rootpw',
  'psk',
  'curl ',
  '$2a$',
  '$2b$',
  '$2y$',
  '$apr1$',
  '$argon2',
  '$1$',
  '$5$',
  '$6$',
  '$8$',
];

/** Words that say what a name holds: the kind, and the words for it. */
export const NAME_WORDS: Readonly<
  Record<'password' | 'secret' | 'token' | 'apikey' | 'credential' | 'auth' | 'weak', string>
> = {
  password:
    ' password passwords pass passwd passwds passphrase passcode passw pwd pwds pswd psswd pswrd psswrd psword pssword paswd paswrd pasword passwort passworsd passwrd passwor pw userpass dbpass mypass adminpass rootpass sshpass pgpass pgpassword keypasswd userpwd proxyuserpwd proxypassword mysqlpass textpassword sqlpassword dbpassword keypass storepass storepassword keypassword passkey identified contrasena motdepasse senha kennwort securestring bindpw rootpw requirepass masterauth authtok storepasswd ',
  secret:
    ' secret secrets secrete secretkey secretaccesskey clientsecret appsecret secretaccess apisecret consumersecret totp otpsecret signingsecret sharedsecret sessionsecret cookiesecret jwtsecret psk wpapsk presharedkey ',
  token:
    ' token tokens accesstoken apitoken authtoken refreshtoken bearertoken usertoken bottoken bearer jwt idtoken secrettoken pat ',
  apikey:
    ' apikey apikeys accesskey authkey privatekey secretkey apisecretkey appkey masterkey signingkey encryptionkey licensekey privkey servicekey sharedkey adminkey writekey subscriptionkey accountkey ',
  credential: ' credential credentials cred creds networkcredential ',
  auth: ' auth authorization authentication authenticate oauth oauth2 xoauth basicauth httpauth authn login userauth ',
  weak: ' key keys api access private license licence session cookie hash code seed ',
};

/** Two words that make a key-like name of two weak ones: the first, and what it goes with. */
export const KEY_PAIRS =
  '|api key|api secret|api token|api code|access key|private key|secret key|auth key|app key|master key|signing key|encryption key|encrypt key|license key|service key|shared key|admin key|write key|read key|subscription key|account key|consumer key|security key|crypto key|hmac key|aes key|root key|storage key|deploy key|host key|integration key|project key|server key|session key|cookie key|jwt key|token key|personal key|user key|live key|prod key|access code|access id|private token|private secret|license code|api pass|access secret|auth code|fernet key|preshared key|signature key|';

/** Last words that turn a name into a description of a secret, or into the name of something else. */
export const TAIL_NOT =
  ' name names serial marker type types url urls uri uris endpoint endpoints path paths file files filename dir folder length len size count min max minlength maxlength limit index idx id ids field fields label labels placeholder hint help message messages msg error errors err text title description desc desription caption tooltip regex regexp pattern patterns policy rule rules validator validation validate valid invalid strength expiry expires expiration expire expiresin ttl timeout lifetime duration age date time at format formatter prefix suffix selector selectors input output env var variable ref refs reference arn column col class classname style css color colour icon image img button btn link href required enabled disabled enable disable visible visibility show hide shown hidden toggle mode status state version algorithm algo alg method strategy provider providers service services store storage manager handler handlers helper factory generator builder parser reader writer resolver interface map mapping list array set kind kinds group page view form screen modal dialog tab route router address symbol contract decimals balance amount price supply position offset start end range header headers query param params arg args argument option options config configuration settings setting model schema entity table database db event events action actions changed change reset forgot forgotten recovery match mismatch hasher hashing encoder encoding encoded charset characters scope scopes grant issuer audience subject source target owner permission permissions role roles bits exists exist missing empty needed incorrect wrong failed success successful updated created deleted revoked used kid usage plugin module package function callback listener hook middleware guard interceptor controller test tests spec specs suite doc docs example server host port domain realm region zone template unit info data details meta metadata locale language translation separator delimiter char up down left right press pressed code codes board stroke word words frame frames note notes user users username email first last context control equal equals cmd command ';

/** Words that, anywhere in a name, make it something else: `publicKey`, `csrf`, `sortKey`. */
export const NAME_NOT =
  ' public pub pubkey pubkeys site spl foreign primary sort partition cache i18n l10n translate translation translations keyboard shortcut hotkey hot keyword keywords keyframe keyframes keyof keypress keydown keyup keycode monkey turkey hockey donkey jockey whiskey passenger passengers passport passive bypass compass passing passed passes pwr pwdump stopword author authors authored tokenize tokenizer tokenized tokenization tokenizers lexer syntax grammar semantic design object dict hash map lookup row column query react vue storage local hint label title btn button heading tooltip mandatory typeof websocket htpasswd pagination paging next page cursor continuation idempotency dom css html checksum integrity sha md5 sha1 sha256 sha512 fingerprint thumbprint digest etag commit revision rev git registry registrykey reg hive accessibility accessible accessor accessors accessed accesses credits credit apis ';

/** Members that hold what the name before them says. */
export const HOLDERS = ' value val default raw plain text string data current prod production dev staging live ';

/** Two words that name where something lies: the key of an object in a store. */
export const OTHER_PAIRS = '|s key|bucket key|file key|blob key|image key|media key|asset key|upload key|';

/** Of these the ones that services are called after as well: a plainly random value under `storageAccountKey` is a key. */
export const NAME_PERHAPS_NOT = ' storage local react vue query map object design cursor hive registry git ';

/** Words of names whose values are made up. */
export const PRETENDED =
  ' fake mock mocked dummy sample example invalid wrong bad incorrect non not nonmatching mismatching fixture placeholder demo expected unknown bogus some ';

/** Words of names of keys that anybody makes, and no service issues: tests hold them by the dozen. */
export const HOMEMADE =
  ' encrypt encryption decrypt decryption cipher cypher crypto aes des hmac kms kek dek cek signing sign master shared session cookie jwt jws jwk hash salt pepper symmetric wrapping wrapped root content data multibase private ';

/** Words of names whose values come with a library, or are encrypted: worth a look, not worth stopping. */
export const SHARED = ' default defaults builtin encrypted hashed obscured obfuscated masked sealed ';

/** Names that say that a rare value is something else: `integrity`, `sha256`. */
export const VALUE_NOT =
  ' integrity checksum nonce authenticity signature mac csrf xsrf sha md5 sha1 sha256 sha384 sha512 hash digest etag commit revision fingerprint thumbprint ';

/** Pieces that people make up values of; what is left of a value without them is what could be secret. */
export const COMMON_PIECES =
  ' password passwort passwd passw pass pwd secret token apikey api key auth credential private public access client server user admin root super guest account login test testing tester unit mock dummy fake sample example demo foo bar baz qux hello world welcome letmein qwerty qwertz asdf zxcv abc xyz changeme change default invalid valid wrong correct new old current previous first second another other any some your my top the this that not very really too strong weak long short value string name email code number real good bad simple basic random master main super temp tmp local dev prod stage live data base database redis mysql postgres mongo oracle sql http https www com org net application app project service session cookie jwt bearer oauth refresh reset confirm hash salt sign signing encrypt encryption hunter iloveyou dragon monkey football p4ss p@ss w0rd s3cret s3cr3t t0ken is in of to for with and or no yes me you ';

/** Names that are ordinary words: only the assigned name itself may hold them. */
export const ORDINARY_WORDS =
  ' docker coinbase host mode rev box front open close mail post ship stack square segment intercom loops courier knock render fly together raven nimble signal beam branch buffer clear code current drift dock flow form front help hive host image info input key lever line link list live local location map market message meta monday news next notion number order page paper path pay person phone photo pipe plan point pool post price print pro process product profile project pulse push query quick read rest result ring route rule run sale scale scan scope score screen script search send server service set share sheet ship shop side sign site smart snap social source space speed sport stage start state storage store stream strip style sub sum super support survey switch system table tag tap target task team tech text tick time token track trade travel tree trust type unit user value video view voice wave weather web word work zone account action active address agent alert app apps area asset audio base basic bill block blog board body book bot build business call camera card cart case catalog category center chain channel chat check city class client cloud collect color command comment commerce common community company compare config connect contact content contract control core country course cover create credit cross custom customer daily dash data date day deal debug deep default deploy design desk detect dev device digital direct discount display doc domain dot dream drive drop easy edge edit email engine enterprise error event exchange export express face fast feature feed field file filter finance find fire first flash flat flex focus food free full game gas gate general get gift global go gold good grab graph great green group grow guide hand happy hash head health heap heart hello here high home hot hub human idea inbox index insight instant iron item job jump kit lab label lead learn level library light like linear list load lock log logic login long loop lunch magic main make manage many mark master match media medium meet member mind mini mix mobile model money monitor motion music name native near net network new node note object office one online optimize ';
