/** Names the page that computes: two of the same build give the same numbers on the same backend. */
declare const BUILD_ID: string | undefined;

/** The first 8 hexadecimal digits of the SHA-256 of the sources; `dev` where nothing was built. */
export const BUILD: string = typeof BUILD_ID === 'string' ? BUILD_ID : 'dev';
