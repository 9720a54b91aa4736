/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/pages/line-keeping.h"

#include <string.h>

#define DIGITS "0123456789"
#define SOURCE_LABEL "资料来源"

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

/* Whether what goes from TEXT to END ends with WORD. */
static gboolean
ends_with (const char *text,
           const char *end,
           const char *word)
{
  return end - text >= (int) strlen (word) && g_str_has_prefix (end - strlen (word), word);
}

/* A citation stays on the line of what it stands behind: no line begins with 〔, but for that of a further source, or within
 * 〔7〕—〔18〕. */
static void
keep_citations (PangoLayout    *layout,
                PangoAttrList **attributes)
{
  const char *text = pango_layout_get_text (layout);

  for (const char *open = strstr (text, "〔"); open != NULL; open = strstr (open + 1, "〔"))
    {
      const char *close = strstr (open, "〕"), *begin = open;

      if (ends_with (text, open, "〕—"))
        begin -= strlen ("〕—");
      else if (open > text && !ends_with (text, open, "〕"))
        begin = g_utf8_prev_char (open);
      keep_together (layout, attributes, begin, close != NULL ? close + strlen ("〕") : open + strlen (open));
    }
}

/* The same of Latin text, where [1] stands behind a space. */
static void
keep_latin_citations (PangoLayout    *layout,
                      PangoAttrList **attributes)
{
  const char *text = pango_layout_get_text (layout);

  for (const char *space = strstr (text, " ["); space != NULL; space = strstr (space + 1, " ["))
    if (g_ascii_isdigit (space[2]))
      keep_together (layout, attributes, space, space + strlen (" [1"));
}

/* A word with a hyphen stays whole: "person-times". */
static void
keep_hyphens (PangoLayout    *layout,
              PangoAttrList **attributes)
{
  const char *text = pango_layout_get_text (layout);

  for (const char *at = strchr (text, '-'); at != NULL; at = strchr (at + 1, '-'))
    if (at > text && g_ascii_isalpha (at[-1]) && g_ascii_isalpha (at[1]))
      keep_together (layout, attributes, at - 1, at + 2);
}

/* A sign stays with its number: "≈ 929,000". */
static void
keep_signs (PangoLayout    *layout,
            PangoAttrList **attributes)
{
  static const char *const signs[] = { "≈ ", "≥ ", "≤ ", "< " };
  const char *text = pango_layout_get_text (layout);

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    for (const char *at = strstr (text, signs[i]); at != NULL; at = strstr (at + 1, signs[i]))
      if (g_ascii_isdigit (at[strlen (signs[i])]))
        keep_together (layout, attributes, at, at + strlen (signs[i]) + 1);
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

/* In narrow columns and cards a line of Chinese, which ends anywhere, does not end within a word of those that indicators are
 * made of, if WIDTH has room for it. */
static void
keep_words (AtlasTextShaper *shaper,
            AtlasTextRole    role,
            PangoLayout     *layout,
            double           width,
            PangoAttrList  **attributes)
{
  static const char *const words[] = {
    "社工站", "社工室", "社工数", "覆盖率", "持证率", "工作师", "公益金", "指导中心", "专业人才",
    "持证", "登记", "有效", "人均", "站均", "资金", "人数", "人次", "机构", "志愿", "服务", "项目",
  };
  const char *text = pango_layout_get_text (layout);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    for (const char *word = strstr (text, words[i]), *end; word != NULL; word = strstr (end, words[i]))
      {
        end = word + strlen (words[i]);
        if (fits (shaper, role, word, end, width))
          keep_together (layout, attributes, word, end);
      }
}

/* What is told before the numbers of sources. */
static void
keep_label (PangoLayout    *layout,
            PangoAttrList **attributes)
{
  const char *text = pango_layout_get_text (layout), *label = strstr (text, SOURCE_LABEL);

  if (label != NULL)
    keep_together (layout, attributes, label, label + strlen (SOURCE_LABEL));
}

static gboolean
is_header (AtlasTextRole role)
{
  return role == ATLAS_TEXT_CELL_HEADER || role == ATLAS_TEXT_SMALL_HEADER;
}

static gboolean
is_narrow (AtlasTextRole role)
{
  return is_header (role) || role == ATLAS_TEXT_CELL || role == ATLAS_TEXT_SMALL_CELL || role == ATLAS_TEXT_CARD_LABEL;
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
  keep_latin_citations (layout, &attributes);
  keep_hyphens (layout, &attributes);
  keep_signs (layout, &attributes);
  keep_numbers (layout, &attributes);
  /* Even lines are chosen so that as few numbers as possible are parted from their units. */
  if (!justify)
    keep_units (layout, &attributes);
  if (is_header (role))
    keep_brackets (shaper, role, layout, width, &attributes);
  if (is_narrow (role))
    keep_words (shaper, role, layout, width, &attributes);
  if (role == ATLAS_TEXT_NOTE)
    keep_label (layout, &attributes);
  if (attributes == NULL)
    return;
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
}
