import http, { type RequestListener } from 'node:http';
import https from 'node:https';
import net, { type AddressInfo, type Socket } from 'node:net';

const clientHello = 0x16;

export interface LoopbackPort {
  readonly port: number;
  readonly close: () => Promise<void>;
}

export interface Listeners {
  readonly http: RequestListener;
  readonly https: RequestListener;
}

/** Hands the connection to the server of the protocol that its first byte speaks. */
function sniff(socket: Socket, secure: https.Server, plain: http.Server): void {
  socket.on('error', () => socket.destroy());
  socket.once('readable', () => {
    const first = socket.read() as Buffer | null;
    if (first === null) return void socket.destroy();
    socket.unshift(first);
    (first[0] === clientHello ? secure : plain).emit('connection', socket);
  });
}

/** One port on 127.0.0.1 for both https and http. Port 0 takes a free one. */
export async function openLoopbackPort(
  port: number,
  identity: { readonly key: string; readonly cert: string },
  listeners: Listeners,
): Promise<LoopbackPort> {
  const secure = https.createServer({ ...identity, ALPNProtocols: ['http/1.1'] }, listeners.https);
  const plain = http.createServer(listeners.http);
  for (const server of [secure, plain]) server.on('clientError', (_error, socket) => socket.destroy());
  secure.on('tlsClientError', (_error, socket) => socket.destroy());
  const sockets = new Set<Socket>();
  const front = net.createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    sniff(socket, secure, plain);
  });
  await new Promise<void>((resolve, reject) => {
    front.once('error', reject);
    front.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (front.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        front.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
