/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/lacking-characters.h"

#include <glib/gi18n.h>

struct _AtlasLackingCharacters
{
  GPtrArray *items; /* (element-type utf8): a character and its faces, each once, in order */
};

AtlasLackingCharacters *
atlas_lacking_characters_new (void)
{
  AtlasLackingCharacters *self = g_new0 (AtlasLackingCharacters, 1);

  self->items = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
atlas_lacking_characters_free (AtlasLackingCharacters *self)
{
  g_ptr_array_unref (self->items);
  g_free (self);
}

static char *
dup_family (PangoFont *font)
{
  PangoFontDescription *description = pango_font_describe (font);
  char *family = g_strdup (pango_font_description_get_family (description));

  pango_font_description_free (description);
  return family;
}

/* The family that the first name of LAYOUT's font stands for, by the name that runs have it under. */
static char *
dup_wanted (PangoLayout *layout)
{
  PangoFontDescription *wanted = pango_font_description_copy (pango_layout_get_font_description (layout));
  g_auto (GStrv) families = g_strsplit (pango_font_description_get_family (wanted), ",", 2);
  PangoFont *font;
  char *family;

  pango_font_description_set_family (wanted, families[0]);
  font = pango_context_load_font (pango_layout_get_context (layout), wanted);
  family = font != NULL ? dup_family (font) : NULL;
  g_clear_object (&font);
  pango_font_description_free (wanted);
  return family;
}

static void
add (AtlasLackingCharacters *self,
     gunichar                character,
     const char             *wanted,
     const char             *used)
{
  char text[7] = "";
  g_autofree char *item = NULL;

  if (g_unichar_isspace (character) || g_unichar_iszerowidth (character))
    return;
  g_unichar_to_utf8 (character, text);
  if (used != NULL)
    /* Translators: a character, the face that lacks it, and the one that it is set in */
    item = g_strdup_printf (C_("font", "%1$s (not in %2$s, set in %3$s)"), text, wanted, used);
  else
    /* Translators: a character that no font has */
    item = g_strdup_printf (C_("font", "%s (in no installed font)"), text);
  if (!g_ptr_array_find_with_equal_func (self->items, item, g_str_equal, NULL))
    g_ptr_array_add (self->items, g_steal_pointer (&item));
}

static gboolean
has_unknown (const PangoGlyphItem *run)
{
  for (int i = 0; i < run->glyphs->num_glyphs; i++)
    if (run->glyphs->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG)
      return TRUE;
  return FALSE;
}

static void
collect_run (AtlasLackingCharacters *self,
             const char             *text,
             const PangoGlyphItem   *run,
             const char             *wanted)
{
  const char *end = text + run->item->offset + run->item->length;
  g_autofree char *used = dup_family (run->item->analysis.font);
  gboolean unknown = has_unknown (run);

  if (!unknown && g_strcmp0 (used, wanted) == 0)
    return;
  for (const char *at = text + run->item->offset; at < end; at = g_utf8_next_char (at))
    add (self, g_utf8_get_char (at), wanted, unknown ? NULL : used);
}

void
atlas_lacking_characters_collect (AtlasLackingCharacters *self,
                                  PangoLayout            *layout)
{
  g_autofree char *wanted = dup_wanted (layout);
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  do
    {
      const PangoGlyphItem *run = pango_layout_iter_get_run_readonly (iter);

      if (run != NULL)
        collect_run (self, pango_layout_get_text (layout), run, wanted);
    }
  while (pango_layout_iter_next_run (iter));
  pango_layout_iter_free (iter);
}

char *
atlas_lacking_characters_dup_sentence (const AtlasLackingCharacters *self)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < self->items->len; i++)
    {
      if (i > 0)
        g_string_append (list, C_("font", ", "));
      g_string_append (list, g_ptr_array_index (self->items, i));
    }
  return list->len > 0 ? g_strdup_printf (_("Characters of other fonts: %s."), list->str) : NULL;
}
