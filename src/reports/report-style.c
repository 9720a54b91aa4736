/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/report-style.h"

#include <string.h>

/* Faces for paper. Latin letters and digits come from the same face as the Han ones, so that 持证社工4072人
 * is of one weight and size. */
#define SERIF_FAMILIES "Noto Serif CJK SC, serif"
#define SANS_FAMILIES "Noto Sans CJK SC, sans-serif"

static const AtlasReportStyle plain = {
  .name = "plain",
  .width = 595.276, /* A4 */
  .height = 841.89,
  .margin_x = 68,
  .margin_top = 72,
  .margin_bottom = 68,
  .running_head = 46,
  .page_number = 38,
  .indent = 2,
  .text = { 0.12, 0.12, 0.13, 1 },
  .dim_text = { 0.38, 0.38, 0.40, 1 },
  .rule = { 0.25, 0.25, 0.27, 1 },
  .card = { 0.957, 0.962, 0.972, 1 },
  .texts = {
    [ATLAS_TEXT_TITLE] = { 20, 1.45, 1.3, PANGO_WEIGHT_BOLD, FALSE, FALSE, FALSE },
    [ATLAS_TEXT_SUBTITLE] = { 9.5, 1.6, 1.5, PANGO_WEIGHT_NORMAL, FALSE, TRUE, FALSE },
    [ATLAS_TEXT_HEADING_1] = { 14, 1.5, 1.35, PANGO_WEIGHT_BOLD, FALSE, FALSE, FALSE },
    [ATLAS_TEXT_HEADING_2] = { 12, 1.5, 1.35, PANGO_WEIGHT_BOLD, FALSE, FALSE, FALSE },
    [ATLAS_TEXT_HEADING_3] = { 11, 1.5, 1.35, PANGO_WEIGHT_BOLD, FALSE, FALSE, FALSE },
    [ATLAS_TEXT_BODY] = { 11, 1.6, 1.45, PANGO_WEIGHT_NORMAL, TRUE, FALSE, FALSE },
    [ATLAS_TEXT_CAPTION] = { 10, 1.5, 1.4, PANGO_WEIGHT_BOLD, FALSE, FALSE, FALSE },
    [ATLAS_TEXT_NOTE] = { 8.5, 1.5, 1.4, PANGO_WEIGHT_NORMAL, FALSE, TRUE, FALSE },
    [ATLAS_TEXT_CELL] = { 9.5, 1.45, 1.35, PANGO_WEIGHT_NORMAL, FALSE, FALSE, TRUE },
    [ATLAS_TEXT_CELL_HEADER] = { 9.5, 1.45, 1.35, PANGO_WEIGHT_BOLD, FALSE, FALSE, TRUE },
    [ATLAS_TEXT_CELL_DETAIL] = { 8, 1.4, 1.3, PANGO_WEIGHT_NORMAL, FALSE, TRUE, TRUE },
    [ATLAS_TEXT_CARD_LABEL] = { 9, 1.5, 1.4, PANGO_WEIGHT_NORMAL, FALSE, TRUE, FALSE },
    [ATLAS_TEXT_CARD_VALUE] = { 17, 1.35, 1.35, PANGO_WEIGHT_BOLD, FALSE, FALSE, TRUE },
    [ATLAS_TEXT_CARD_UNIT] = { 9.5, 1.35, 1.35, PANGO_WEIGHT_NORMAL, FALSE, FALSE, FALSE },
    [ATLAS_TEXT_CARD_DETAIL] = { 8, 1.45, 1.35, PANGO_WEIGHT_NORMAL, FALSE, TRUE, FALSE },
    [ATLAS_TEXT_FURNITURE] = { 8.5, 1.5, 1.4, PANGO_WEIGHT_NORMAL, FALSE, TRUE, TRUE },
  },
};

static const AtlasReportStyle *const styles[] = { &plain };
static const char *const names[] = { "plain", NULL };

const AtlasReportStyle *
atlas_report_style_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    if (strcmp (styles[i]->name, name) == 0)
      return styles[i];
  return NULL;
}

const char *const *
atlas_report_style_list_names (void)
{
  return names;
}

double
atlas_report_style_get_leading (const AtlasReportStyle *self,
                                AtlasTextRole           role,
                                AtlasLanguage           language)
{
  const AtlasTextStyle *text = &self->texts[role];

  return text->size * (language == ATLAS_LANGUAGE_CHINESE ? text->leading_zh : text->leading_en);
}

PangoFontDescription *
atlas_report_style_dup_font (const AtlasReportStyle *self,
                             AtlasTextRole           role)
{
  const AtlasTextStyle *text = &self->texts[role];
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family_static (font, text->serif ? SERIF_FAMILIES : SANS_FAMILIES);
  pango_font_description_set_size (font, (int) (text->size * PANGO_SCALE + 0.5));
  pango_font_description_set_weight (font, text->weight);
  return font;
}

/* No ligatures: in a tagged PDF the text of an element would end at the first one. In English the quotes and
 * dashes of a CJK face have to be told to be narrow. */
PangoAttrList *
atlas_report_style_dup_features (const AtlasReportStyle *self,
                                 AtlasTextRole           role,
                                 AtlasLanguage           language)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  g_autofree char *features =
    g_strconcat ("liga=0, clig=0", language == ATLAS_LANGUAGE_CHINESE ? "" : ", pwid=1",
                 self->texts[role].figures ? ", tnum=1" : "", NULL);

  pango_attr_list_insert (attributes, pango_attr_font_features_new (features));
  return attributes;
}
