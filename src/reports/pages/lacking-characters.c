/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/pages/lacking-characters.h"

#include <glib/gi18n.h>

struct _AtlasLackingCharacters
{
  GPtrArray *items; /* (element-type utf8): a character and its faces, each once, in order */
  GHashTable *wanted; /* PangoFontDescription → the family that the first of its names stands for */
};

AtlasLackingCharacters *
atlas_lacking_characters_new (void)
{
  AtlasLackingCharacters *self = g_new0 (AtlasLackingCharacters, 1);

  self->items = g_ptr_array_new_with_free_func (g_free);
  self->wanted = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  return self;
}

void
atlas_lacking_characters_free (AtlasLackingCharacters *self)
{
  g_ptr_array_unref (self->items);
  g_hash_table_unref (self->wanted);
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

/* The family that the first name of FONT stands for, by the name that runs have it under. */
static char *
dup_wanted (PangoContext               *context,
            const PangoFontDescription *font)
{
  PangoFontDescription *wanted = pango_font_description_copy (font);
  g_auto (GStrv) families = g_strsplit (pango_font_description_get_family (wanted), ",", 2);
  PangoFont *loaded;
  char *family;

  pango_font_description_set_family (wanted, families[0]);
  loaded = pango_context_load_font (context, wanted);
  family = loaded != NULL ? dup_family (loaded) : NULL;
  g_clear_object (&loaded);
  pango_font_description_free (wanted);
  return family;
}

static const char *
find_wanted (AtlasLackingCharacters     *self,
             PangoContext               *context,
             const PangoFontDescription *font)
{
  gpointer family;

  if (!g_hash_table_lookup_extended (self->wanted, font, NULL, &family))
    {
      family = dup_wanted (context, font);
      g_hash_table_insert (self->wanted, (gpointer) font, family);
    }
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
atlas_lacking_characters_collect (AtlasLackingCharacters     *self,
                                  PangoContext               *context,
                                  const PangoFontDescription *font,
                                  const char                 *text,
                                  GSList                     *runs)
{
  const char *wanted = find_wanted (self, context, font);

  for (GSList *l = runs; l != NULL; l = l->next)
    collect_run (self, text, l->data, wanted);
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
