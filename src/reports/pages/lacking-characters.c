/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/pages/lacking-characters.h"

#include <glib/gi18n.h>

#include "reports/sentences.h"

/* So many characters before and behind one that no font has are quoted with it. */
#define SURROUNDINGS 8

struct _AtlasLackingCharacters
{
  gboolean tells_stand_ins;
  GPtrArray *items; /* (element-type utf8): a character and its faces, each once, in order */
  GHashTable *unknown; /* characters that no face has */
  GPtrArray *unknown_items; /* (element-type utf8): each with the text that it is first met in */
  GHashTable *wanted; /* PangoFontDescription → the family that the first of its names stands for */
};

AtlasLackingCharacters *
atlas_lacking_characters_new (gboolean tells_stand_ins)
{
  AtlasLackingCharacters *self = g_new0 (AtlasLackingCharacters, 1);

  self->tells_stand_ins = tells_stand_ins;
  self->unknown = g_hash_table_new (NULL, NULL);
  self->unknown_items = g_ptr_array_new_with_free_func (g_free);
  self->items = g_ptr_array_new_with_free_func (g_free);
  self->wanted = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  return self;
}

void
atlas_lacking_characters_free (AtlasLackingCharacters *self)
{
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->unknown_items);
  g_hash_table_unref (self->unknown);
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

static gboolean
is_drawn (gunichar character)
{
  return !g_unichar_isspace (character) && !g_unichar_iszerowidth (character);
}

static void
add_stand_in (AtlasLackingCharacters *self,
              gunichar                character,
              const char             *wanted,
              const char             *used)
{
  char text[7] = "";
  g_autofree char *item = NULL;

  g_unichar_to_utf8 (character, text);
  /* Translators: a character, the face that lacks it, and the one that it is set in */
  item = g_strdup_printf (C_("font", "%1$s (not in %2$s, set in %3$s)"), text, wanted, used);
  if (!g_ptr_array_find_with_equal_func (self->items, item, g_str_equal, NULL))
    g_ptr_array_add (self->items, g_steal_pointer (&item));
}

/* The characters before and behind AT in TEXT, so that one finds it. */
static char *
dup_surroundings (const char *text,
                  const char *at)
{
  glong position = g_utf8_pointer_to_offset (text, at), length = g_utf8_strlen (text, -1);
  glong first = MAX (0, position - SURROUNDINGS), last = MIN (length, position + SURROUNDINGS);

  return g_utf8_substring (text, first, last);
}

static void
add_unknown (AtlasLackingCharacters *self,
             const char             *text,
             const char             *at)
{
  char character[7] = "";
  g_autofree char *around = NULL;

  if (!is_drawn (g_utf8_get_char (at)) || !g_hash_table_add (self->unknown, GUINT_TO_POINTER (g_utf8_get_char (at))))
    return;
  g_unichar_to_utf8 (g_utf8_get_char (at), character);
  around = dup_surroundings (text, at);
  g_ptr_array_add (self->unknown_items,
                   /* Translators: a character, its number in Unicode, and the text that it stands in */
                   g_strdup_printf (C_("font", "“%1$s” (U+%2$04X) in “%3$s”"), character, g_utf8_get_char (at), around));
}

/* A run may hold characters beside the unknown one that its face has. */
static void
collect_run (AtlasLackingCharacters *self,
             const char             *text,
             const PangoGlyphItem   *run,
             const char             *wanted)
{
  const char *start = text + run->item->offset, *end = start + run->item->length;
  g_autofree char *used = NULL;
  gboolean has_unknown = FALSE;

  for (int i = 0; i < run->glyphs->num_glyphs; i++)
    if (run->glyphs->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG)
      {
        add_unknown (self, text, start + run->glyphs->log_clusters[i]);
        has_unknown = TRUE;
      }
  if (!self->tells_stand_ins || has_unknown)
    return;
  used = dup_family (run->item->analysis.font);
  if (g_strcmp0 (used, wanted) == 0)
    return;
  for (const char *at = start; at < end; at = g_utf8_next_char (at))
    if (is_drawn (g_utf8_get_char (at)))
      add_stand_in (self, g_utf8_get_char (at), wanted, used);
}

void
atlas_lacking_characters_collect (AtlasLackingCharacters     *self,
                                  PangoContext               *context,
                                  const PangoFontDescription *font,
                                  const char                 *text,
                                  GSList                     *runs)
{
  const char *wanted = self->tells_stand_ins ? find_wanted (self, context, font) : NULL;

  for (GSList *l = runs; l != NULL; l = l->next)
    collect_run (self, text, l->data, wanted);
}

static char *
join (GPtrArray *items)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? C_("font", ", ") : "", (const char *) g_ptr_array_index (items, i));
  return g_string_free (list, FALSE);
}

char *
atlas_lacking_characters_dup_sentence (const AtlasLackingCharacters *self)
{
  g_autofree char *unknown = join (self->unknown_items);
  g_autofree char *items = join (self->items);
  g_autofree char *boxes = NULL, *stand_ins = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (self->unknown_items->len > 0)
    boxes = g_strdup_printf (_("No installed font has %s; a box is drawn instead. Install a font that has it, or write the name "
                                    "in other characters."), unknown);
  if (self->items->len > 0)
    stand_ins = g_strdup_printf (_("Characters of other fonts: %s."), items);
  atlas_sentence_append (text, boxes);
  atlas_sentence_append (text, stand_ins);
  return text->len > 0 ? g_strdup (text->str) : NULL;
}
