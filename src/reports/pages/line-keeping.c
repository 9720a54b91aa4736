/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/pages/line-keeping.h"

#include <string.h>

#define DIGITS "0123456789"

/* No line ends between BEGIN and END, pieces of the text of LAYOUT; ATTRIBUTES are made when they are first needed. */
static void
keep_together (PangoLayout    *layout,
               PangoAttrList **attributes,
               const char     *begin,
               const char     *end)
{
  const char *text = pango_layout_get_text (layout);
  PangoAttribute *attribute = pango_attr_allow_breaks_new (FALSE);

  attribute->start_index = begin - text;
  attribute->end_index = end - text;
  if (*attributes == NULL)
    *attributes = pango_attr_list_copy (pango_layout_get_attributes (layout));
  pango_attr_list_insert (*attributes, attribute);
}

/* A citation stays on the line of what it stands behind: no line begins with 〔, but for that of a further source. */
static void
keep_citations (PangoLayout    *layout,
                PangoAttrList **attributes)
{
  const char *text = pango_layout_get_text (layout);

  for (const char *open = strstr (text, "〔"); open != NULL; open = strstr (open + 1, "〔"))
    {
      const char *close = strstr (open, "〕");
      gboolean further = open - text >= (int) strlen ("〕") && g_str_has_prefix (open - strlen ("〕"), "〕");

      keep_together (layout, attributes, open > text && !further ? g_utf8_prev_char (open) : open,
                     close != NULL ? close + strlen ("〕") : open + strlen (open));
    }
}

/* A number stays with 图 or 表. */
static void
keep_numbers (PangoLayout    *layout,
              PangoAttrList **attributes)
{
  static const char *const words[] = { "图", "表" };
  const char *text = pango_layout_get_text (layout);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    for (const char *word = strstr (text, words[i]); word != NULL; word = strstr (word + 1, words[i]))
      {
        const char *digits = word + strlen (words[i]);
        gsize n = strspn (digits, DIGITS);

        if (n > 0)
          keep_together (layout, attributes, word, digits + n);
      }
}

static gboolean
fits (AtlasTextShaper *shaper,
      AtlasTextRole    role,
      const char      *begin,
      const char      *end,
      double           width)
{
  g_autofree char *piece = g_strndup (begin, end - begin);

  return atlas_text_shaper_measure (shaper, role, piece) <= width;
}

/* What stands in brackets, such as a unit in the header of a column, stays on one line of WIDTH where it has room on it; else it
 * is broken behind its stroke: 人/ and 万人. */
static void
keep_brackets (AtlasTextShaper *shaper,
               AtlasTextRole    role,
               PangoLayout     *layout,
               double           width,
               PangoAttrList  **attributes)
{
  const char *text = pango_layout_get_text (layout), *close;

  for (const char *open = strstr (text, "（"); open != NULL && (close = strstr (open, "）")) != NULL; open = strstr (close, "（"))
    {
      const char *stroke = memchr (open, '/', close - open), *end = close + strlen ("）");

      if (fits (shaper, role, open, end, width))
        keep_together (layout, attributes, open, end);
      else if (stroke != NULL && fits (shaper, role, open, stroke + 1, width) && fits (shaper, role, stroke + 1, end, width))
        {
          keep_together (layout, attributes, open, stroke + 1);
          keep_together (layout, attributes, stroke + 1, end);
        }
    }
}

/* A number stays with the first character of its unit: 22个, 2024年. */
static void
keep_units (PangoLayout    *layout,
            PangoAttrList **attributes)
{
  const char *text = pango_layout_get_text (layout);

  for (const char *at = text + strcspn (text, DIGITS), *end; *at != '\0'; at = end + strcspn (end, DIGITS))
    {
      gunichar unit;

      end = at + strspn (at, DIGITS ".,");
      unit = g_utf8_get_char (end);
      if (g_unichar_iswide (unit) && !g_unichar_ispunct (unit))
        keep_together (layout, attributes, at, g_utf8_next_char (end));
    }
}

static gboolean
is_header (AtlasTextRole role)
{
  return role == ATLAS_TEXT_CELL_HEADER || role == ATLAS_TEXT_SMALL_HEADER;
}

void
atlas_line_keeping_apply (AtlasTextShaper *shaper,
                          AtlasTextRole    role,
                          PangoLayout     *layout,
                          double           width,
                          gboolean         justify)
{
  PangoAttrList *attributes = NULL;

  keep_citations (layout, &attributes);
  keep_numbers (layout, &attributes);
  /* Even lines are chosen so that as few numbers as possible are parted from their units. */
  if (!justify)
    keep_units (layout, &attributes);
  if (is_header (role))
    keep_brackets (shaper, role, layout, width, &attributes);
  if (attributes == NULL)
    return;
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
}
