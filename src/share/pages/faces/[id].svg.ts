export { portraitFaces as getStaticPaths, faceFile as GET } from '#components/face-files.ts';
