import decodeQr from 'qr/decode.js';

/** A phone's photograph is larger than a decoder needs. */
const longestSide = 1_600;

/** The text of the QR code in an image; null: none was found. Decoded here, by the page: the image goes nowhere. */
export async function readQrImage(file: Blob): Promise<string | null> {
  try {
    const bitmap = await createImageBitmap(file);
    const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height));
    const width = Math.round(bitmap.width * scale);
    const height = Math.round(bitmap.height * scale);
    const context = new OffscreenCanvas(width, height).getContext('2d');
    if (context === null) return null;
    context.drawImage(bitmap, 0, 0, width, height);
    return decodeQr(context.getImageData(0, 0, width, height));
  } catch {
    // No image, or none with a code in it: the decoder throws for both.
    return null;
  }
}
