/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/report-style.h"

#include <string.h>

#include "reports/font-set.h"

/* Faces for paper. Latin letters and digits come from the same face as the Han ones, so that 持证社工4072人
 * is of one weight and size. */
#define SERIF_FAMILIES "Noto Serif CJK SC, serif"
#define SANS_FAMILIES "Noto Sans CJK SC, sans-serif"

static const AtlasReportStyle plain = {
  .name = "plain",
  .width = 595.276, /* A4 */
  .height = 841.89,
  .upright = { 68, 72, 459.276, 701.89 },
  .landscape = { 68, 72, 705.89, 455.276 },
  .running_head = 46,
  .page_number = 38,
  .numbers = ATLAS_PAGE_NUMBERS_CENTRED,
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
    [ATLAS_TEXT_SMALL_CELL] = { 8.5, 1.45, 1.35, PANGO_WEIGHT_NORMAL, FALSE, FALSE, TRUE },
    [ATLAS_TEXT_SMALL_HEADER] = { 8.5, 1.45, 1.35, PANGO_WEIGHT_BOLD, FALSE, FALSE, TRUE },
    [ATLAS_TEXT_SMALL_DETAIL] = { 7.5, 1.4, 1.3, PANGO_WEIGHT_NORMAL, FALSE, TRUE, TRUE },
    [ATLAS_TEXT_CARD_LABEL] = { 9, 1.5, 1.4, PANGO_WEIGHT_NORMAL, FALSE, TRUE, FALSE },
    [ATLAS_TEXT_CARD_VALUE] = { 17, 1.35, 1.35, PANGO_WEIGHT_BOLD, FALSE, FALSE, TRUE },
    [ATLAS_TEXT_CARD_UNIT] = { 9.5, 1.35, 1.35, PANGO_WEIGHT_NORMAL, FALSE, FALSE, FALSE },
    [ATLAS_TEXT_CARD_DETAIL] = { 8, 1.45, 1.35, PANGO_WEIGHT_NORMAL, FALSE, TRUE, FALSE },
    [ATLAS_TEXT_LIST] = { 9.5, 1.55, 1.45, PANGO_WEIGHT_NORMAL, TRUE, FALSE, FALSE },
    [ATLAS_TEXT_FURNITURE] = { 8.5, 1.5, 1.4, PANGO_WEIGHT_NORMAL, FALSE, TRUE, TRUE },
  },
};

/* GB/T 9704: 22 lines of 28 characters fill a text block of 156 × 225 mm that stands 37 mm from the upper and 28 mm
 * from the left edge. A line is its character and 7/8 of one. The characters of the first line touch the block's upper
 * edge, so the area of the lines begins half a gap above it. */
#define MM (72 / 25.4)
#define CHARACTER 15.79
#define PITCH 29.61
#define GAP (PITCH - CHARACTER)
#define ON_GRID(size) (PITCH / (size))

static const AtlasReportStyle official = {
  .name = "official",
  .width = 595.276, /* A4 */
  .height = 841.89,
  .upright = { 28 * MM, 37 * MM - GAP / 2, 156 * MM, 22 * PITCH },
  /* Turned with its upper edge at the left of the upright page. */
  .landscape = { 35 * MM, 28 * MM - GAP / 2, 225 * MM, 15 * PITCH },
  .pitch = PITCH,
  .page_number = 28 * MM, /* 7 mm under the text block */
  .numbers = ATLAS_PAGE_NUMBERS_OUTER,
  .indent = 2,
  .text = { 0, 0, 0, 1 },
  .dim_text = { 0, 0, 0, 1 },
  .rule = { 0, 0, 0, 1 },
  .card = { 0.957, 0.962, 0.972, 1 },
  .texts = {
    [ATLAS_TEXT_TITLE] = { 22, 1.6, 1.6, PANGO_WEIGHT_NORMAL, FALSE, FALSE, FALSE },
    [ATLAS_TEXT_SUBTITLE] = { CHARACTER, ON_GRID (CHARACTER), ON_GRID (CHARACTER), PANGO_WEIGHT_NORMAL, FALSE, FALSE, FALSE },
    [ATLAS_TEXT_HEADING_1] = { CHARACTER, ON_GRID (CHARACTER), ON_GRID (CHARACTER), PANGO_WEIGHT_NORMAL, FALSE, FALSE, FALSE },
    [ATLAS_TEXT_HEADING_2] = { CHARACTER, ON_GRID (CHARACTER), ON_GRID (CHARACTER), PANGO_WEIGHT_NORMAL, FALSE, FALSE, FALSE },
    [ATLAS_TEXT_HEADING_3] = { CHARACTER, ON_GRID (CHARACTER), ON_GRID (CHARACTER), PANGO_WEIGHT_NORMAL, FALSE, FALSE, FALSE },
    [ATLAS_TEXT_BODY] = { CHARACTER, ON_GRID (CHARACTER), ON_GRID (CHARACTER), PANGO_WEIGHT_NORMAL, TRUE, FALSE, FALSE },
    [ATLAS_TEXT_CAPTION] = { 12, 1.5, 1.4, PANGO_WEIGHT_NORMAL, FALSE, FALSE, FALSE },
    [ATLAS_TEXT_NOTE] = { 9, 1.5, 1.4, PANGO_WEIGHT_NORMAL, FALSE, FALSE, FALSE },
    [ATLAS_TEXT_CELL] = { 10.5, 1.45, 1.35, PANGO_WEIGHT_NORMAL, FALSE, FALSE, TRUE },
    [ATLAS_TEXT_CELL_HEADER] = { 10.5, 1.45, 1.35, PANGO_WEIGHT_NORMAL, FALSE, FALSE, TRUE },
    [ATLAS_TEXT_CELL_DETAIL] = { 9, 1.4, 1.3, PANGO_WEIGHT_NORMAL, FALSE, FALSE, TRUE },
    [ATLAS_TEXT_SMALL_CELL] = { 9, 1.45, 1.35, PANGO_WEIGHT_NORMAL, FALSE, FALSE, TRUE },
    [ATLAS_TEXT_SMALL_HEADER] = { 9, 1.45, 1.35, PANGO_WEIGHT_NORMAL, FALSE, FALSE, TRUE },
    [ATLAS_TEXT_SMALL_DETAIL] = { 7.5, 1.4, 1.3, PANGO_WEIGHT_NORMAL, FALSE, FALSE, TRUE },
    [ATLAS_TEXT_CARD_LABEL] = { 10.5, 1.5, 1.4, PANGO_WEIGHT_NORMAL, FALSE, FALSE, FALSE },
    [ATLAS_TEXT_CARD_VALUE] = { 18, 1.35, 1.35, PANGO_WEIGHT_NORMAL, FALSE, FALSE, TRUE },
    [ATLAS_TEXT_CARD_UNIT] = { 10.5, 1.35, 1.35, PANGO_WEIGHT_NORMAL, FALSE, FALSE, FALSE },
    [ATLAS_TEXT_CARD_DETAIL] = { 9, 1.45, 1.35, PANGO_WEIGHT_NORMAL, FALSE, FALSE, FALSE },
    [ATLAS_TEXT_LIST] = { 12, 1.6, 1.6, PANGO_WEIGHT_NORMAL, TRUE, FALSE, FALSE },
    [ATLAS_TEXT_FURNITURE] = { 14, 1.5, 1.5, PANGO_WEIGHT_NORMAL, TRUE, FALSE, FALSE },
  },
};

/* The faces of the texts on a grid. */
static const AtlasFontRole font_roles[ATLAS_N_TEXT_ROLES] = {
  [ATLAS_TEXT_TITLE] = ATLAS_FONT_TITLE,
  [ATLAS_TEXT_SUBTITLE] = ATLAS_FONT_LEVEL_2,
  [ATLAS_TEXT_HEADING_1] = ATLAS_FONT_LEVEL_1,
  [ATLAS_TEXT_HEADING_2] = ATLAS_FONT_LEVEL_2,
  [ATLAS_TEXT_HEADING_3] = ATLAS_FONT_BODY,
  [ATLAS_TEXT_BODY] = ATLAS_FONT_BODY,
  [ATLAS_TEXT_CAPTION] = ATLAS_FONT_TABLE,
  [ATLAS_TEXT_NOTE] = ATLAS_FONT_TABLE,
  [ATLAS_TEXT_CELL] = ATLAS_FONT_TABLE,
  [ATLAS_TEXT_CELL_HEADER] = ATLAS_FONT_TABLE,
  [ATLAS_TEXT_CELL_DETAIL] = ATLAS_FONT_TABLE,
  [ATLAS_TEXT_SMALL_CELL] = ATLAS_FONT_TABLE,
  [ATLAS_TEXT_SMALL_HEADER] = ATLAS_FONT_TABLE,
  [ATLAS_TEXT_SMALL_DETAIL] = ATLAS_FONT_TABLE,
  [ATLAS_TEXT_CARD_LABEL] = ATLAS_FONT_TABLE,
  [ATLAS_TEXT_CARD_VALUE] = ATLAS_FONT_TABLE,
  [ATLAS_TEXT_CARD_UNIT] = ATLAS_FONT_TABLE,
  [ATLAS_TEXT_CARD_DETAIL] = ATLAS_FONT_TABLE,
  [ATLAS_TEXT_LIST] = ATLAS_FONT_BODY,
  [ATLAS_TEXT_FURNITURE] = ATLAS_FONT_NUMBER,
};

static const AtlasReportStyle *const styles[] = { &plain, &official };
static const char *const names[] = { "plain", "official", NULL };

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

AtlasReportStyle
atlas_report_style_to_grey (const AtlasReportStyle *self)
{
  AtlasReportStyle grey = *self;

  grey.grey = TRUE;
  grey.text = atlas_colour_to_grey (self->text);
  grey.dim_text = atlas_colour_to_grey (self->dim_text);
  grey.rule = atlas_colour_to_grey (self->rule);
  grey.card = atlas_colour_to_grey (self->card);
  return grey;
}

const AtlasChartStyle *
atlas_report_style_get_chart (const AtlasReportStyle *self)
{
  return self->grey ? atlas_chart_style_grey () : atlas_chart_style_print ();
}

double
atlas_report_style_get_leading (const AtlasReportStyle *self,
                                AtlasTextRole           role,
                                AtlasLanguage           language)
{
  const AtlasTextStyle *text = &self->texts[role];

  return text->size * (language == ATLAS_LANGUAGE_CHINESE ? text->leading_zh : text->leading_en);
}

double
atlas_report_style_get_slack (const AtlasReportStyle *self)
{
  return self->pitch > 0 ? self->pitch - self->texts[ATLAS_TEXT_BODY].size : 0;
}

char *
atlas_report_style_dup_stand_ins (const AtlasReportStyle *self)
{
  return self->pitch > 0 ? atlas_font_set_dup_stand_ins (atlas_font_set_get_default ()) : NULL;
}

/* The face of the role, and behind it the one for the characters that it lacks. */
static void
set_face (PangoFontDescription *font,
          AtlasFontRole         role)
{
  const AtlasFontSet *set = atlas_font_set_get_default ();
  g_autofree char *families = g_strconcat (atlas_font_set_get_family (set, role), ", " ATLAS_FONT_FALLBACK, NULL);

  pango_font_description_set_family (font, families);
  pango_font_description_set_weight (font, atlas_font_set_get_weight (set, role));
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
  if (self->pitch > 0)
    set_face (font, font_roles[role]);
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
