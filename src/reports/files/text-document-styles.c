/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/files/text-document-private.h"

#include <string.h>

#include "reports/files/xml-text.h"

/**
 * RoleStyle:
 * @name: as XML has it: _20_ is a blank. Office programs know the names of headings, title and body, and list them in the
 *   language of the user
 * @align: (nullable): else start
 * @above: space in points
 * @keep: stays with the paragraph that follows
 */
typedef struct {
  const char *name;
  const char *align;
  double above;
  double below;
  gboolean keep;
} RoleStyle;

static const RoleStyle roles[ATLAS_N_TEXT_ROLES] = {
  [ATLAS_TEXT_TITLE] = { "Title", "center", 0, 6, TRUE },
  [ATLAS_TEXT_SUBTITLE] = { "Subtitle", "center", 0, 14, TRUE },
  [ATLAS_TEXT_HEADING_1] = { "Heading_20_1", NULL, 16, 3, TRUE },
  [ATLAS_TEXT_HEADING_2] = { "Heading_20_2", NULL, 11, 3, TRUE },
  [ATLAS_TEXT_HEADING_3] = { "Heading_20_3", NULL, 11, 3, TRUE },
  [ATLAS_TEXT_BODY] = { "Text_20_body", "justify", 0, 3, FALSE },
  [ATLAS_TEXT_CAPTION] = { "Caption", "center", 9, 4, TRUE },
  [ATLAS_TEXT_NOTE] = { "Note", NULL, 3, 3, FALSE },
  [ATLAS_TEXT_CELL] = { "Cell", NULL, 0, 0, FALSE },
  [ATLAS_TEXT_CELL_HEADER] = { "Cell_20_Header", NULL, 0, 0, FALSE },
  [ATLAS_TEXT_CELL_DETAIL] = { "Cell_20_Detail", NULL, 0, 0, FALSE },
  [ATLAS_TEXT_SMALL_CELL] = { "Small_20_Cell", NULL, 0, 0, FALSE },
  [ATLAS_TEXT_SMALL_HEADER] = { "Small_20_Header", NULL, 0, 0, FALSE },
  [ATLAS_TEXT_SMALL_DETAIL] = { "Small_20_Detail", NULL, 0, 0, FALSE },
  [ATLAS_TEXT_CARD_LABEL] = { "Key_20_Label", NULL, 0, 0, FALSE },
  [ATLAS_TEXT_CARD_VALUE] = { "Key_20_Value", NULL, 0, 0, FALSE },
  [ATLAS_TEXT_CARD_UNIT] = { "Key_20_Unit", NULL, 0, 0, FALSE },
  [ATLAS_TEXT_CARD_DETAIL] = { "Key_20_Detail", NULL, 0, 0, FALSE },
  [ATLAS_TEXT_LIST] = { "Contents_20_Small", NULL, 0, 0, FALSE },
  [ATLAS_TEXT_FURNITURE] = { "Header", NULL, 0, 0, FALSE },
};

const char *
atlas_text_document_get_style_name (AtlasTextRole role)
{
  return roles[role].name;
}

static gboolean
is_chinese (const AtlasTextDocument *self)
{
  return atlas_report_get_language (self->report) == ATLAS_LANGUAGE_CHINESE;
}

/* The first of the role's faces, by which the document calls it. */
static char *
dup_face (const AtlasTextDocument *self,
          AtlasTextRole            role)
{
  g_autoptr (PangoFontDescription) font = atlas_report_style_dup_font (self->style, role);
  g_auto (GStrv) families = g_strsplit (pango_font_description_get_family (font), ",", 2);

  return g_strdup (g_strstrip (families[0]));
}

/* All faces of the role, and behind them those that Chinese offices have in any case. */
static char *
dup_families (const AtlasTextDocument *self,
              AtlasTextRole            role)
{
  g_autoptr (PangoFontDescription) font = atlas_report_style_dup_font (self->style, role);
  g_auto (GStrv) families = g_strsplit (pango_font_description_get_family (font), ",", -1);
  GString *list = g_string_new (NULL);

  for (char **family = families; *family != NULL; family++)
    if (!g_str_has_suffix (g_strstrip (*family), "serif"))
      g_string_append_printf (list, "'%s', ", *family);
  g_string_append (list, self->style->texts[role].serif ? "SimSun" : "SimHei");
  return g_string_free (list, FALSE);
}

void
atlas_text_document_append_fonts (const AtlasTextDocument *self,
                                  GString                 *xml)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_string_append (xml, "<office:font-face-decls>\n");
  for (guint role = 0; role < ATLAS_N_TEXT_ROLES; role++)
    {
      g_autofree char *families = dup_families (self, role);
      char *face = dup_face (self, role);

      if (!g_hash_table_add (known, face))
        continue;
      g_string_append (xml, "<style:font-face");
      atlas_xml_append_attribute (xml, "style:name", face);
      atlas_xml_append_attribute (xml, "svg:font-family", families);
      atlas_xml_append_attribute (xml, "style:font-family-generic",
                                  self->style->texts[role].serif ? "roman" : "swiss");
      g_string_append (xml, "/>\n");
    }
  g_string_append (xml, "</office:font-face-decls>\n");
}

static void
append_colour (GString           *xml,
               const char        *name,
               const AtlasColour *colour)
{
  g_autofree char *code = g_strdup_printf ("#%02x%02x%02x", (guint) (colour->red * 255 + 0.5),
                                           (guint) (colour->green * 255 + 0.5), (guint) (colour->blue * 255 + 0.5));

  atlas_xml_append_attribute (xml, name, code);
}

/* Every face, size and weight is set for the letters and for the Han characters. */
static void
append_text_properties (const AtlasTextDocument *self,
                        AtlasTextRole            role,
                        GString                 *xml)
{
  const AtlasTextStyle *text = &self->style->texts[role];
  const char *weight = text->weight >= PANGO_WEIGHT_SEMIBOLD ? "bold" : "normal";
  g_autofree char *face = dup_face (self, role);

  g_string_append (xml, "<style:text-properties");
  atlas_xml_append_attribute (xml, "style:font-name", face);
  atlas_xml_append_attribute (xml, "style:font-name-asian", face);
  atlas_xml_append_length (xml, "fo:font-size", text->size);
  atlas_xml_append_length (xml, "style:font-size-asian", text->size);
  atlas_xml_append_attribute (xml, "fo:font-weight", weight);
  atlas_xml_append_attribute (xml, "style:font-weight-asian", weight);
  append_colour (xml, "fo:color", text->dim ? &self->style->dim_text : &self->style->text);
  g_string_append (xml, "/>");
}

static void
append_paragraph_properties (const AtlasTextDocument *self,
                             AtlasTextRole            role,
                             const char              *align,
                             GString                 *xml)
{
  const RoleStyle *style = &roles[role];
  double indent = self->style->indent * self->style->texts[ATLAS_TEXT_BODY].size;
  gboolean in_text = role >= ATLAS_TEXT_HEADING_1 && role <= ATLAS_TEXT_BODY;
  gboolean indented = self->style->pitch > 0 ? in_text : role == ATLAS_TEXT_BODY && is_chinese (self);

  g_string_append (xml, "<style:paragraph-properties");
  /* English without hyphens would be torn apart. */
  if (align != NULL && (is_chinese (self) || strcmp (align, "justify") != 0))
    atlas_xml_append_attribute (xml, "fo:text-align", align);
  atlas_xml_append_length (xml, "fo:margin-top", style->above);
  atlas_xml_append_length (xml, "fo:margin-bottom", role == ATLAS_TEXT_BODY && indented ? 1 : style->below);
  /* On a grid the page number keeps a character from the outer edge. */
  if (role == ATLAS_TEXT_FURNITURE && self->style->pitch > 0)
    {
      atlas_xml_append_length (xml, "fo:margin-left", self->style->texts[role].size);
      atlas_xml_append_length (xml, "fo:margin-right", self->style->texts[role].size);
    }
  atlas_xml_append_length (xml, "fo:text-indent", indented ? indent : 0);
  atlas_xml_append_length (xml, "fo:line-height",
                           atlas_report_style_get_leading (self->style, role, atlas_report_get_language (self->report)));
  atlas_xml_append_attribute (xml, "fo:keep-with-next", style->keep ? "always" : "auto");
  g_string_append (xml, " fo:widows=\"2\" fo:orphans=\"2\"/>");
}

/* "Text_20_body" is "Text body". */
static char *
dup_display_name (const char *name)
{
  g_auto (GStrv) words = g_strsplit (name, "_20_", -1);

  return g_strjoinv (" ", words);
}

static void
begin_style (GString    *xml,
             const char *family,
             const char *name)
{
  g_autofree char *display_name = dup_display_name (name);

  g_string_append (xml, "<style:style");
  atlas_xml_append_attribute (xml, "style:family", family);
  atlas_xml_append_attribute (xml, "style:name", name);
  atlas_xml_append_attribute (xml, "style:display-name", display_name);
}

static void
append_style (const AtlasTextDocument *self,
              AtlasTextRole            role,
              const char              *name,
              const char              *align,
              GString                 *xml)
{
  begin_style (xml, "paragraph", name);
  atlas_xml_append_attribute (xml, "style:parent-style-name", "Standard");
  if (role >= ATLAS_TEXT_HEADING_1 && role <= ATLAS_TEXT_HEADING_3)
    g_string_append_printf (xml, " style:default-outline-level=\"%u\"", (guint) (role - ATLAS_TEXT_HEADING_1 + 1));
  g_string_append_c (xml, '>');
  append_paragraph_properties (self, role, align, xml);
  append_text_properties (self, role, xml);
  g_string_append (xml, "</style:style>\n");
}

/* Those that are set at the right, the unit behind a key figure, and the paragraph that holds a picture, whose line is as
 * high as the picture. */
static void
append_other_styles (const AtlasTextDocument *self,
                     GString                 *xml)
{
  static const AtlasTextRole cells[] = {
    ATLAS_TEXT_CELL, ATLAS_TEXT_CELL_HEADER, ATLAS_TEXT_CELL_DETAIL,
    ATLAS_TEXT_SMALL_CELL, ATLAS_TEXT_SMALL_HEADER, ATLAS_TEXT_SMALL_DETAIL,
  };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autofree char *name = g_strconcat (roles[cells[i]].name, ATLAS_STYLE_NUMBER, NULL);

      append_style (self, cells[i], name, "end", xml);
    }
  append_style (self, ATLAS_TEXT_NOTE, ATLAS_STYLE_UNIT, "end", xml);
  append_style (self, ATLAS_TEXT_FURNITURE, ATLAS_STYLE_FOOTER,
                self->style->numbers == ATLAS_PAGE_NUMBERS_OUTER ? "end" : "center", xml);
  if (self->style->numbers == ATLAS_PAGE_NUMBERS_OUTER)
    append_style (self, ATLAS_TEXT_FURNITURE, ATLAS_STYLE_LEFT_FOOTER, "start", xml);
  begin_style (xml, "paragraph", ATLAS_STYLE_FIGURE);
  g_string_append (xml, " style:parent-style-name=\"Standard\"><style:paragraph-properties fo:text-align=\"center\""
                        " fo:margin-bottom=\"11pt\"/></style:style>\n");
}

static void
append_default (const AtlasTextDocument *self,
                GString                 *xml)
{
  g_string_append (xml, "<style:default-style style:family=\"paragraph\"><style:paragraph-properties"
                        " style:writing-mode=\"page\"/><style:text-properties fo:language=\"en\" fo:country=\"US\""
                        " style:language-asian=\"zh\" style:country-asian=\"CN\"/></style:default-style>\n");
  begin_style (xml, "paragraph", "Standard");
  g_string_append (xml, " style:class=\"text\">");
  append_text_properties (self, ATLAS_TEXT_BODY, xml);
  g_string_append (xml, "</style:style>\n");
}

void
atlas_text_document_append_styles (const AtlasTextDocument *self,
                                   GString                 *xml)
{
  append_default (self, xml);
  for (guint role = 0; role < ATLAS_N_TEXT_ROLES; role++)
    {
      if (role != ATLAS_TEXT_CARD_UNIT)
        {
          append_style (self, role, roles[role].name, roles[role].align, xml);
          continue;
        }
      begin_style (xml, "text", roles[role].name);
      g_string_append_c (xml, '>');
      append_text_properties (self, role, xml);
      g_string_append (xml, "</style:style>\n");
    }
  append_other_styles (self, xml);
}
