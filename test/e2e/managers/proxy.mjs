// A server on loopback that passes everything on to another one, and can be told to misbehave: to throttle, to refuse, to do
// something before a request goes through. With a certificate it speaks TLS.
import { createServer as plain, request } from 'node:http';
import { createServer as secure } from 'node:https';

/**
 * @param {number} port where everything goes
 * @param {{ key: string, cert: string }} [tls]
 */
export async function proxy(port, tls) {
  const rules = { port, answers: [], before: undefined, seen: [] };
  const handle = async (req, res) => {
    const chunks = [];
    for await (const chunk of req) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const call = `${req.headers['x-amz-target'] ?? `${req.method} ${req.url}`}`;
    rules.seen.push(call);
    const scripted =
      rules.answers[0]?.when === undefined || rules.answers[0].when.test(call) ? rules.answers.shift() : undefined;
    if (scripted !== undefined) {
      res.writeHead(scripted.status, scripted.headers ?? {}).end(scripted.body ?? '');
      return;
    }
    await rules.before?.(call);
    const onward = request(
      { host: '127.0.0.1', port: rules.port, method: req.method, path: req.url, headers: req.headers },
      (answer) => {
        res.writeHead(answer.statusCode, answer.headers);
        answer.pipe(res);
      },
    );
    onward.on('error', () => res.destroy());
    onward.end(body);
  };
  const server = tls === undefined ? plain(handle) : secure(tls, handle);
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { rules, port: server.address().port, close: () => server.close() };
}
