/**
 * Whether typefaces for a text arrived that were not there before: a canvas does not set its text anew by itself.
 * One that the device lacks is refused before those of the site have come, so these are waited for as well.
 */
export async function arrived(family: string, text: string, fonts: FontFaceSet = document.fonts): Promise<boolean> {
  const faces = await Promise.allSettled(['', 'bold '].map((weight) => fonts.load(`${weight}13px ${family}`, text)));
  await fonts.ready;
  return faces.some((result) => result.status === 'rejected' || result.value.length > 0);
}
