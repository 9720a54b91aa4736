/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/files/text-document-private.h"
#include "reports/files/xml-text.h"

double
atlas_text_document_get_width (const AtlasTextDocument *self,
                               gboolean                 landscape)
{
  return landscape ? self->style->landscape.width : self->style->upright.width;
}

char *
atlas_text_document_dup_paragraph_style (AtlasTextDocument *self,
                                         const char        *style)
{
  char *name;

  if (self->master == NULL && !self->breaks)
    return g_strdup (style);
  name = g_strdup_printf ("P%u", ++self->n_automatic);
  g_string_append_printf (self->automatic, "<style:style style:family=\"paragraph\" style:name=\"%s\"", name);
  atlas_xml_append_attribute (self->automatic, "style:parent-style-name", style);
  if (self->master != NULL)
    atlas_xml_append_attribute (self->automatic, "style:master-page-name", self->master);
  g_string_append_c (self->automatic, '>');
  if (self->master == NULL)
    g_string_append (self->automatic, "<style:paragraph-properties fo:break-before=\"page\"/>");
  g_string_append (self->automatic, "</style:style>\n");
  self->master = NULL;
  self->breaks = FALSE;
  return name;
}

void
atlas_text_document_add_paragraph (AtlasTextDocument *self,
                                   const char        *style,
                                   const char        *text)
{
  g_autofree char *name = atlas_text_document_dup_paragraph_style (self, style);

  g_string_append (self->body, "<text:p");
  atlas_xml_append_attribute (self->body, "text:style-name", name);
  g_string_append_c (self->body, '>');
  atlas_xml_append_running_text (self->body, text);
  g_string_append (self->body, "</text:p>\n");
}

void
atlas_text_document_turn (AtlasTextDocument *self,
                          gboolean           landscape)
{
  if (self->landscape == landscape)
    return;
  self->landscape = landscape;
  self->master = landscape ? ATLAS_MASTER_LANDSCAPE : ATLAS_MASTER_PORTRAIT;
}
