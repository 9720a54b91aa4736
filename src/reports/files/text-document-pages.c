/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gi18n.h>

#include "reports/files/text-document-private.h"
#include "reports/files/xml-text.h"

/* From a baseline to the edge of its line, about. */
#define LINE_EDGE 9.0

typedef struct {
  const char *layout;
  const char *master;
  gboolean landscape;
  gboolean has_head;
} PageKind;

static const PageKind kinds[] = {
  { "FirstPage", ATLAS_MASTER_FIRST, FALSE, FALSE },
  { "PortraitPage", ATLAS_MASTER_PORTRAIT, FALSE, TRUE },
  { "LandscapePage", ATLAS_MASTER_LANDSCAPE, TRUE, TRUE },
};

static void
append_band (GString    *xml,
             const char *element,
             const char *margin,
             double      height)
{
  g_string_append_printf (xml, "<style:%s><style:header-footer-properties", element);
  atlas_xml_append_length (xml, "svg:height", height);
  atlas_xml_append_length (xml, margin, LINE_EDGE);
  g_string_append_printf (xml, " style:dynamic-spacing=\"false\"/></style:%s>", element);
}

/* On a grid there is none. */
static gboolean
has_running_head (const AtlasTextDocument *self,
                  const PageKind          *kind)
{
  return kind->has_head && self->style->pitch <= 0;
}

/* From where the style has the page number to the lower edge of its line: on a grid it says where that begins. */
static double
get_foot_height (const AtlasTextDocument *self)
{
  if (self->style->pitch <= 0)
    return LINE_EDGE;
  return atlas_report_style_get_leading (self->style, ATLAS_TEXT_FURNITURE, atlas_report_get_language (self->report));
}

/* Running head and page number stand within the margins, which in OpenDocument end where these begin. */
static void
append_page_layout (const AtlasTextDocument *self,
                    const PageKind          *kind,
                    GString                 *xml)
{
  const AtlasReportStyle *style = self->style;
  const AtlasPageArea *area = kind->landscape ? &style->landscape : &style->upright;
  double width = kind->landscape ? style->height : style->width;
  double height = kind->landscape ? style->width : style->height;
  gboolean has_head = has_running_head (self, kind);
  double top = has_head ? style->running_head - LINE_EDGE : area->y;
  double bottom = style->page_number - get_foot_height (self);

  g_string_append_printf (xml, "<style:page-layout style:name=\"%s\"><style:page-layout-properties", kind->layout);
  atlas_xml_append_length (xml, "fo:page-width", width);
  atlas_xml_append_length (xml, "fo:page-height", height);
  atlas_xml_append_attribute (xml, "style:print-orientation", kind->landscape ? "landscape" : "portrait");
  atlas_xml_append_length (xml, "fo:margin-top", top);
  atlas_xml_append_length (xml, "fo:margin-bottom", bottom);
  atlas_xml_append_length (xml, "fo:margin-left", area->x);
  atlas_xml_append_length (xml, "fo:margin-right", width - area->x - area->width);
  g_string_append (xml, "/>");
  if (has_head)
    append_band (xml, "header-style", "fo:margin-bottom", area->y - top);
  append_band (xml, "footer-style", "fo:margin-top", MAX (height - area->y - area->height - bottom, 2 * LINE_EDGE));
  g_string_append (xml, "</style:page-layout>\n");
}

void
atlas_text_document_append_page_layouts (const AtlasTextDocument *self,
                                         GString                 *xml)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    append_page_layout (self, &kinds[i], xml);
}

/* "Page %u of %u", on a grid "— 1 —", with fields in place of the numbers. */
static void
append_page_number (const AtlasTextDocument *self,
                    GString                 *xml)
{
  static const char *const fields[] = {
    "<text:page-number text:select-page=\"current\">1</text:page-number>",
    "<text:page-count>1</text:page-count>",
  };
  g_auto (GStrv) parts = g_strsplit (self->style->pitch > 0 ? "— %u —" : _("Page %u of %u"), "%u", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      atlas_xml_append_text (xml, parts[i]);
      if (parts[i + 1] != NULL && i < G_N_ELEMENTS (fields))
        g_string_append (xml, fields[i]);
    }
}

static void
append_footer (const AtlasTextDocument *self,
               const char              *element,
               const char              *style,
               GString                 *xml)
{
  g_string_append_printf (xml, "<%s><text:p text:style-name=\"%s\">", element, style);
  append_page_number (self, xml);
  g_string_append_printf (xml, "</text:p></%s>", element);
}

void
atlas_text_document_append_masters (const AtlasTextDocument *self,
                                    GString                 *xml)
{
  g_string_append (xml, "<office:master-styles>\n");
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_string_append_printf (xml, "<style:master-page style:name=\"%s\" style:page-layout-name=\"%s\"", kinds[i].master,
                              kinds[i].layout);
      if (!kinds[i].has_head)
        atlas_xml_append_attribute (xml, "style:next-style-name", ATLAS_MASTER_PORTRAIT);
      g_string_append_c (xml, '>');
      if (has_running_head (self, &kinds[i]))
        {
          g_string_append (xml, "<style:header><text:p text:style-name=\"Header\">");
          atlas_xml_append_running_text (xml, atlas_report_get_title (self->report));
          g_string_append (xml, "</text:p></style:header>");
        }
      append_footer (self, "style:footer", ATLAS_STYLE_FOOTER, xml);
      if (self->style->numbers == ATLAS_PAGE_NUMBERS_OUTER)
        append_footer (self, "style:footer-left", ATLAS_STYLE_LEFT_FOOTER, xml);
      g_string_append (xml, "</style:master-page>\n");
    }
  g_string_append (xml, "</office:master-styles>\n");
}
