import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import net, { type AddressInfo, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';

export interface ConnectProxy {
  readonly port: number;
  /** `host:port` of every tunnel, in order. */
  readonly tunnels: readonly string[];
  readonly close: () => Promise<void>;
}

/** A tunnel to the one port, whatever host was asked for. */
function tunnel(client: Duplex, head: Buffer, target: number): Socket {
  const upstream = net.connect(target, '127.0.0.1', () => {
    client.write('HTTP/1.1 200 Connection established\r\n\r\n');
    upstream.write(head);
    upstream.pipe(client).pipe(upstream);
  });
  const end = (): void => {
    upstream.destroy();
    client.destroy();
  };
  for (const side of [upstream, client]) side.on('error', end).on('close', end);
  return upstream;
}

/** A plain http request with its whole address (`GET http://host/path`), passed on with its Host header. */
function forward(message: IncomingMessage, reply: ServerResponse, target: number): void {
  const address = message.url ?? '';
  if (!URL.canParse(address)) return void reply.writeHead(400).end();
  const { host, pathname, search } = new URL(address);
  const { 'proxy-connection': _ours, ...headers } = message.headers;
  const options = {
    port: target,
    host: '127.0.0.1',
    method: message.method,
    path: `${pathname}${search}`,
    headers: { ...headers, host },
  };
  const upstream = http.request(options, (answer) => {
    reply.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(reply);
  });
  upstream.on('error', () => reply.destroy());
  message.pipe(upstream);
}

/** An HTTP proxy for Firefox: every host, secure or not, is the demo server's port. */
export async function startConnectProxy(target: number): Promise<ConnectProxy> {
  const tunnels: string[] = [];
  const sockets = new Set<Duplex>();
  const server = http.createServer((message, reply) => forward(message, reply, target));
  server.on('connection', (socket) => sockets.add(socket.once('close', () => sockets.delete(socket))));
  server.on('connect', (message, client, head) => {
    tunnels.push(message.url ?? '');
    const upstream = tunnel(client, head, target);
    sockets.add(upstream.once('close', () => sockets.delete(upstream)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    tunnels,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
