export { voiceFaces as getStaticPaths, faceFile as GET } from '#components/face-files.ts';
