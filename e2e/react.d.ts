/** React brings no types of its own, and the tests need none. */
declare module 'react';
declare module 'react-dom/server';
