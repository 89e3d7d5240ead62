import type { APIRoute, GetStaticPaths } from 'astro';
import { getPhotos, photoType, readPhoto, type Photo } from '#data/photos.ts';

export const getStaticPaths = (() =>
  getPhotos().map((photo) => ({
    params: { folder: photo.folder, file: photo.file },
    props: { photo },
  }))) satisfies GetStaticPaths;

/** Pictures as they are in content/: people choose them, with consent. */
export const GET: APIRoute<{ photo: Photo }> = async ({ props: { photo } }) =>
  new Response(await readPhoto(photo), {
    headers: { 'content-type': photoType(photo.file) ?? 'application/octet-stream' },
  });
