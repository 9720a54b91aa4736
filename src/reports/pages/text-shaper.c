/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/pages/text-shaper.h"

#include <string.h>

#include "charts/text-context.h"
#include "reports/pages/lacking-characters.h"

struct _AtlasTextShaper
{
  const AtlasReportStyle *style;
  AtlasLanguage language;
  PangoContext *context;
  PangoFontDescription *fonts[ATLAS_N_TEXT_ROLES];
  PangoAttrList *features[ATLAS_N_TEXT_ROLES];
  AtlasLineFont *line_fonts[ATLAS_N_TEXT_ROLES]; /* with the features */
  GHashTable *lines[ATLAS_N_TEXT_ROLES]; /* text → AtlasTextLine: tables say the same again and again */
  const AtlasReferenceLinks *links; /* (nullable) */
  AtlasLackingCharacters *lacking; /* (nullable): without a grid faces are mixed on purpose */
};

static AtlasLineFont *
new_line_font (PangoContext               *context,
               PangoAttrList              *features,
               const PangoFontDescription *font)
{
  PangoAttrList *attributes = pango_attr_list_copy (features);
  AtlasLineFont *line_font;

  pango_attr_list_insert (attributes, pango_attr_font_desc_new (font));
  line_font = atlas_line_font_new (context, attributes);
  pango_attr_list_unref (attributes);
  return line_font;
}

AtlasTextShaper *
atlas_text_shaper_new (const AtlasReportStyle *style,
                       AtlasLanguage           language)
{
  AtlasTextShaper *self = g_new0 (AtlasTextShaper, 1);

  self->style = style;
  self->language = language;
  self->context = atlas_text_context_new ();
  self->lacking = atlas_lacking_characters_new (style->pitch > 0);
  for (guint i = 0; i < ATLAS_N_TEXT_ROLES; i++)
    {
      self->fonts[i] = atlas_report_style_dup_font (style, i);
      self->features[i] = atlas_report_style_dup_features (style, i, language);
      self->line_fonts[i] = new_line_font (self->context, self->features[i], self->fonts[i]);
      self->lines[i] = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) atlas_text_line_unref);
    }
  return self;
}

void
atlas_text_shaper_free (AtlasTextShaper *self)
{
  for (guint i = 0; i < ATLAS_N_TEXT_ROLES; i++)
    {
      pango_font_description_free (self->fonts[i]);
      pango_attr_list_unref (self->features[i]);
      atlas_line_font_free (self->line_fonts[i]);
      g_hash_table_unref (self->lines[i]);
    }
  atlas_lacking_characters_free (self->lacking);
  g_object_unref (self->context);
  g_free (self);
}

void
atlas_text_shaper_forget (AtlasTextShaper *self)
{
  for (guint i = 0; i < ATLAS_N_TEXT_ROLES; i++)
    g_hash_table_remove_all (self->lines[i]);
}

const AtlasReportStyle *
atlas_text_shaper_get_style (AtlasTextShaper *self)
{
  return self->style;
}

AtlasLanguage
atlas_text_shaper_get_language (AtlasTextShaper *self)
{
  return self->language;
}

void
atlas_text_shaper_set_links (AtlasTextShaper           *self,
                             const AtlasReferenceLinks *links)
{
  self->links = links;
}

const AtlasReferenceLinks *
atlas_text_shaper_get_links (AtlasTextShaper *self)
{
  return self->links;
}

/* Whether a Chinese line may end between the two: Unicode has a quotation mark stick to what stands on either side, as it
 * does not know which of two it is. */
static gboolean
may_break (gunichar before,
           gunichar after)
{
  if (after == 0x201C) /* “ */
    return g_unichar_iswide (before) || before == 0x201D;
  return before == 0x201D && g_unichar_iswide (after) && !g_unichar_ispunct (after);
}

/* TEXT with a zero-width space where a line may end; NULL where there is none; (transfer full). */
static char *
dup_breakable (const char *text)
{
  GString *result = NULL;
  gunichar before = 0;

  if (strstr (text, "“") == NULL)
    return NULL;
  result = g_string_sized_new (strlen (text) + 16);
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar after = g_utf8_get_char (text);

      if (may_break (before, after))
        g_string_append_unichar (result, 0x200B);
      g_string_append_unichar (result, after);
      before = after;
    }
  return g_string_free (result, FALSE);
}

PangoLayout *
atlas_text_shaper_create_layout (AtlasTextShaper *self,
                                 AtlasTextRole    role,
                                 const char      *text)
{
  PangoLayout *layout = pango_layout_new (self->context);
  g_autofree char *breakable = self->language == ATLAS_LANGUAGE_CHINESE ? dup_breakable (text) : NULL;

  pango_layout_set_font_description (layout, self->fonts[role]);
  pango_layout_set_attributes (layout, self->features[role]);
  pango_layout_set_text (layout, breakable != NULL ? breakable : text, -1);
  return layout;
}

AtlasTextLine *
atlas_text_shaper_get_line (AtlasTextShaper *self,
                            AtlasTextRole    role,
                            const char      *text)
{
  AtlasTextLine *line = g_hash_table_lookup (self->lines[role], text);

  if (line != NULL)
    return line;
  line = atlas_text_line_new (self->line_fonts[role], text);
  g_hash_table_insert (self->lines[role], (gpointer) atlas_text_line_get_text (line), line);
  return line;
}

double
atlas_text_shaper_measure (AtlasTextShaper *self,
                           AtlasTextRole    role,
                           const char      *text)
{
  g_autoptr (PangoLayout) layout = NULL;
  PangoRectangle logical;

  if (atlas_text_line_suits (text))
    return atlas_text_line_get_width (atlas_text_shaper_get_line (self, role, text));
  layout = atlas_text_shaper_create_layout (self, role, text);
  pango_layout_get_extents (layout, NULL, &logical);
  return (double) logical.width / PANGO_SCALE;
}

double
atlas_text_shaper_measure_rise (AtlasTextShaper *self,
                                AtlasTextRole    role,
                                const char      *text)
{
  g_autoptr (PangoLayout) layout = atlas_text_shaper_create_layout (self, role, text);
  PangoRectangle ink;

  pango_layout_line_get_extents (pango_layout_get_line_readonly (layout, 0), &ink, NULL);
  return (double) -ink.y / PANGO_SCALE;
}

void
atlas_text_shaper_collect_lacking (AtlasTextShaper *self,
                                   AtlasTextRole    role,
                                   const char      *text,
                                   GSList          *runs)
{
  atlas_lacking_characters_collect (self->lacking, self->context, self->fonts[role], text, runs);
}

char *
atlas_text_shaper_dup_lacking (AtlasTextShaper *self)
{
  return atlas_lacking_characters_dup_sentence (self->lacking);
}
