import { sha256 as digest } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Hash } from '../../domain/audit.ts';

/** SHA-256 of a text, as hex; in one go, since a chain of 50,000 links is checked at a time. */
export const sha256: Hash = (text) => bytesToHex(digest(utf8ToBytes(text)));
