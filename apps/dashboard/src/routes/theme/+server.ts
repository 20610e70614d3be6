import { redirect } from "@sveltejs/kit";
import { themeCookie, themeOf } from "#lib/theme.ts";

/** Keeps the theme a reader chose and goes back to the page it was chosen on. */
export async function POST({ request, cookies }) {
  const form = await request.formData();
  cookies.set(themeCookie, themeOf(form.get("theme")), {
    path: "/",
    maxAge: 365 * 86_400,
    sameSite: "lax",
    httpOnly: true,
    secure: false,
  });
  const back = String(form.get("back") ?? "/");
  redirect(303, /^\/(?![/\\])/.test(back) ? back : "/");
}
