import { defineRules, fake, sample } from '../../src/rule.ts';

export const tailL = defineRules({ provider: '', source: 'catalogue' }, [
  {
    id: 'lambda-cloud-api-key',
    title: 'Lambda cloud API key',
    provider: 'Lambda',
    pattern: /\b(secret_[A-Za-z0-9-]{8,60}_[0-9a-f]{32}\.[A-Za-z0-9]{32})(?![A-Za-z0-9_-])/g,
    keywords: ['secret_'],
    minEntropy: 3,
    prefix: 'secret_',
    examples: {
      match: [
        sample('LAMBDA_KEY=', 'secret_', fake('alnum', 12, 2), '_', fake('hex', 32, 4), '.', fake('alnum', 32, 6)),
        sample(
          '{ "lambda_key": "',
          'secret_',
          fake('alnum', 12, 12),
          '_',
          fake('hex', 32, 14),
          '.',
          fake('alnum', 32, 16),
          '" }',
        ),
      ],
      miss: [
        sample('LAMBDA_KEY=', 'secret_', fake('alnum', 4, 22), '_', fake('hex', 10, 24), '.', fake('alnum', 10, 26)),
        sample('LAMBDA_KEY=', 'secret_', 'x'.repeat(12), '_', 'x'.repeat(32), '.', 'x'.repeat(32)),
      ],
    },
  },
  {
    id: 'lightdash-personal-access-token',
    title: 'Lightdash personal access token',
    provider: 'Lightdash',
    pattern: /\b(ldpat_[0-9a-f]{32})(?![A-Za-z0-9_-])/g,
    keywords: ['ldpat_'],
    minEntropy: 3,
    prefix: 'ldpat_',
    examples: {
      match: [
        sample('LIGHTDASH_TOKEN=', 'ldpat_', fake('hex', 32, 2)),
        sample('{ "lightdash_token": "', 'ldpat_', fake('hex', 32, 12), '" }'),
      ],
      miss: [
        sample('LIGHTDASH_TOKEN=', 'ldpat_', fake('hex', 10, 22)),
        sample('LIGHTDASH_TOKEN=', 'ldpat_', 'x'.repeat(32)),
      ],
    },
  },
  {
    id: 'llama-api-api-key',
    title: 'Llama API API key',
    provider: 'Llama API',
    pattern: /\b(LLM\|\d{12,20}\|[A-Za-z0-9_-]{20,40})(?![A-Za-z0-9_-])/g,
    keywords: ['llm|'],
    minEntropy: 3,
    prefix: 'LLM|',
    rotate: 'https://llama.developer.meta.com/api-keys/',
    examples: {
      match: [
        sample('LLAMA_API_KEY=', 'LLM|', fake('digits', 16, 2), '|', fake('base64url', 27, 4)),
        sample('{ "llama_api_key": "', 'LLM|', fake('digits', 16, 12), '|', fake('base64url', 27, 14), '" }'),
      ],
      miss: [
        sample('LLAMA_API_KEY=', 'LLM|', fake('digits', 5, 22), '|', fake('base64url', 9, 24)),
        sample('LLAMA_API_KEY=', 'LLM|', '0'.repeat(16), '|', 'x'.repeat(27)),
      ],
    },
  },
  {
    id: 'llamacloud-api-key',
    title: 'LlamaCloud API key',
    provider: 'LlamaCloud',
    pattern: /\b(llx-[A-Za-z0-9]{48})(?![A-Za-z0-9_-])/g,
    keywords: ['llx-'],
    minEntropy: 3,
    prefix: 'llx-',
    rotate: 'https://cloud.llamaindex.ai/api-key',
    source: 'https://developers.llamaindex.ai/python/cloud/general/api_key/',
    examples: {
      match: [
        sample('LLAMACLOUD_KEY=', 'llx-', fake('alnum', 48, 2)),
        sample('{ "llamacloud_key": "', 'llx-', fake('alnum', 48, 12), '" }'),
      ],
      miss: [
        sample('LLAMACLOUD_KEY=', 'llx-', fake('alnum', 16, 22)),
        sample('LLAMACLOUD_KEY=', 'llx-', 'x'.repeat(48)),
      ],
    },
  },
]);
