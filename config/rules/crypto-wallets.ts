import { defineRules, fake, sample } from '../../src/rule.ts';

const WORDS = 'ladder cradle velvet orbit pumpkin satoshi lizard hockey tunnel mosquito ribbon glacier';
const OTHER_WORDS = 'zebra kiwi oyster noodle maple urban tornado shrimp wagon gadget bamboo helmet';

export const cryptoWallets = defineRules(
  {
    provider: 'Crypto wallet',
    revoke: 'Move everything to a new wallet at once: whoever has the key has the money.',
    source: 'https://github.com/bitcoin/bips',
  },
  [
    {
      id: 'bitcoin-private-key',
      title: 'Bitcoin private key (WIF)',
      homemade: true,
      source: 'https://en.bitcoin.it/wiki/Wallet_import_format',
      pattern: /(?<![1-9A-HJ-NP-Za-km-z])([5KLc9][1-9A-HJ-NP-Za-km-z]{50,51})(?![0-9A-Za-z])/g,
      keywords: ['wif', 'privkey', 'private_key', 'privatekey', 'private key', 'bitcoin', 'btc', 'wallet'],
      minEntropy: 4,
      check: 'base58check',
      examples: {
        match: [
          // Of the wiki page named as the source, and of BIP-38.
          sample('wif=5HueCGU8rMjxEXxiP', 'uD5BDku4MkFqeZyd4dZ1jv', 'hTVqvbTLvyTJ'),
          sample('importprivkey "L44B5gGEpqEDRS9v', 'VPz7QT35jcBG2r3CZwSw', 'Q4fCewXAhAhqGVpP', '"'),
        ],
        miss: ['wif=5…', sample('wallet 1', fake('base58', 33))],
      },
    },
    {
      id: 'bip32-private-key',
      title: 'extended private key of a wallet',
      homemade: true,
      source: 'https://github.com/bitcoin/bips/blob/master/bip-0032.mediawiki',
      pattern: /(?<![0-9A-Za-z])([xyztuvYZUV]prv[1-9A-HJ-NP-Za-km-z]{107,108})(?![0-9A-Za-z])/g,
      keywords: ['xprv', 'yprv', 'zprv', 'tprv', 'uprv', 'vprv'],
      check: 'base58check',
      prefix: 'xprv',
      examples: {
        match: [
          // Test vectors 1 and 2 of BIP-32.
          sample(
            'key=xprv9s21ZrQH143K3QTDL4LXw2F7HEK3wJUD2nW2nRk4stb',
            'Py6cq3jPPqjiChkVvvNKmPGJxWUtg6LnF5kejMRN',
            'NU3TGtRBeJgk33yuGBxrMPHi',
          ),
          sample(
            '"xprv9s21ZrQH143K31xYSDQpPDxsXRTUcvj2iNHm5NUtrGi',
            'GG5e2DtALGdso3pGz6ssrdK4PFmM8NSpSBHNqPqm55Qn3LqF',
            'tT2emdEXVYsCzC2U"',
          ),
        ],
        miss: [sample('xpub', fake('base58', 107)), 'xprv…'],
      },
    },
    {
      id: 'nostr-secret-key',
      title: 'Nostr secret key',
      provider: 'Nostr',
      source: 'https://github.com/nostr-protocol/nips/blob/master/19.md',
      pattern: /(?<![0-9A-Za-z])(nsec1[qpzry9x8gf2tvdw0s3jn54khce6mua7l]{58})(?![0-9A-Za-z])/g,
      keywords: ['nsec1'],
      check: 'bech32',
      prefix: 'nsec1',
      examples: {
        match: [
          sample('nsec1', fake('lower', 58).replace(/[bio]/g, 'q')),
          sample('key: nsec1', fake('lower', 58, 2).replace(/[bio]/g, 'p')),
        ],
        miss: ['nsec1…', sample('npub1', fake('lower', 58).replace(/[bio]/g, 'q'))],
      },
    },
    {
      id: 'ethereum-private-key',
      title: 'private key of an Ethereum account',
      homemade: true,
      provider: 'Ethereum',
      source: 'https://ethereum.org/en/developers/docs/accounts/',
      confidence: 'medium',
      pattern:
        /(?:priv(?:ate)?[-_ ]?key|deployer[-_]?(?:private[-_]?)?key|wallet[-_]?key|signer[-_]?key|eth[-_]?key|account[-_]?key|--private-key)[\w-]{0,24}\\?["']?\]?\s{0,4}[:=,(]?\s{0,4}\[?\s{0,8}\\?["'`]?((?:0x)?[0-9a-f]{64})(?![0-9A-Za-z])/gi,
      keywords: [
        'private_key',
        'privatekey',
        'private-key',
        'private key',
        'privkey',
        'priv_key',
        'priv-key',
        'deployer',
        'wallet_key',
        'walletkey',
        'signer',
        'eth_key',
        'account_key',
      ],
      reach: { before: 40, after: 200 },
      minEntropy: 3,
      check: 'evm-key',
      examples: {
        match: [sample('PRIVATE_KEY=0x', fake('hex', 64)), sample('privateKey: "', fake('hex', 64, 2), '"')],
        miss: [
          'PRIVATE_KEY=0x',
          sample('publicKey: "', fake('hex', 64), '"'),
          sample('privateKeyHash: sha', fake('hex', 40)),
        ],
      },
    },
    {
      id: 'wallet-recovery-phrase',
      title: 'recovery phrase of a wallet',
      homemade: true,
      source: 'https://github.com/bitcoin/bips/blob/master/bip-0039.mediawiki',
      confidence: 'medium',
      pattern:
        /(?:mnemonic|(?:seed|recovery|secret|backup)[-_ ]?(?:phrase|words))[\w-]{0,24}\\?["']?\]?\s{0,4}[:=(,]{1,2}\s{0,12}\\?["'`]?((?:[a-z]{3,8}[ ,]{1,2}){11,23}[a-z]{3,8})(?![ \w])/gi,
      keywords: [
        'mnemonic',
        'seed phrase',
        'seed_phrase',
        'seedphrase',
        'seed-phrase',
        'seed words',
        'recovery phrase',
        'recovery_phrase',
        'recoveryphrase',
        'secret phrase',
        'secret_phrase',
        'secretphrase',
        'backup phrase',
        'backup_phrase',
      ],
      reach: { before: 4, after: 400 },
      check: 'bip39',
      examples: {
        match: [sample('MNEMONIC="', WORDS, '"'), sample("seedPhrase: '", OTHER_WORDS, "'")],
        miss: ['mnemonic: a device that helps to remember things', 'MNEMONIC="twelve words go here"'],
      },
    },
  ],
);
