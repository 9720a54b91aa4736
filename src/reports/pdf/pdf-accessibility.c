/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/pdf/pdf-accessibility.h"

#include <glib/gi18n.h>
#include <string.h>

#include "charts/pdf/pdf-rewrite.h"
#include "reports/pdf/pdf-artifacts.h"
#include "reports/report-file.h"

/* How an element of structure begins. */
#define ELEMENT "<</Type/StructElem/"

/* What is added. */
typedef struct {
  AtlasLanguage language;
  GPtrArray *descriptions;
  guint n_figures; /* seen so far */
  guint n_front;
  gboolean has_catalogue;
} Additions;

/* TEXT is a dictionary. */
static void
add_key (GString    *text,
         const char *key,
         const char *value)
{
  g_string_truncate (text, text->len - strlen (">>"));
  g_string_append (text, key);
  g_string_append (text, value);
  g_string_append (text, ">>");
}

/* TEXT as UTF-16 in hexadecimal digits. */
static char *
dup_encoded (const char *text)
{
  glong n;
  g_autofree gunichar2 *units = g_utf8_to_utf16 (text, -1, NULL, &n, NULL);
  GString *encoded = g_string_new ("<feff");

  for (glong i = 0; i < n; i++)
    g_string_append_printf (encoded, "%04x", units[i]);
  g_string_append_c (encoded, '>');
  return g_string_free (encoded, FALSE);
}

static void
describe_figure (Additions *additions,
                 GString   *element)
{
  g_autofree char *description = NULL;

  if (additions->n_figures++ >= additions->descriptions->len)
    return;
  description = dup_encoded (g_ptr_array_index (additions->descriptions, additions->n_figures - 1));
  add_key (element, "/Alt", description);
}

/* Pages are labelled as they are numbered: i, ii, iii … and 1, 2, 3 … */
static void
label_pages (GString *catalogue,
             guint    n_front)
{
  g_autofree char *labels =
    g_strdup_printf ("<</Nums[%s%u<</S/D>>]>>", n_front > 0 ? "0<</S/r>>" : "", n_front);

  add_key (catalogue, "/PageLabels", labels);
}

static void
complete_catalogue (Additions *additions,
                    GString   *catalogue)
{
  additions->has_catalogue = TRUE;
  add_key (catalogue, "/Lang", additions->language == ATLAS_LANGUAGE_CHINESE ? "(zh-CN)" : "(en)");
  add_key (catalogue, "/ViewerPreferences", "<</DisplayDocTitle true>>");
  label_pages (catalogue, additions->n_front);
}

/* cairo numbers elements of structure in the order in which they are read. All our header cells stand over a column. */
static void
complete_element (Additions *additions,
                  GString   *element)
{
  /* Which is what it is by its place too: a tenth of a long document says so again and again. */
  g_string_erase (element, strlen ("<<"), strlen (ELEMENT) - strlen ("<</"));
  if (strstr (element->str, "/S/Figure/") != NULL)
    describe_figure (additions, element);
  else if (strstr (element->str, "/S/TH/") != NULL)
    add_key (element, "/A", "<</O/Table/Scope/Column>>");
}

static void
complete (GString  *text,
          gpointer  data)
{
  Additions *additions = data;

  if (g_str_has_prefix (text->str, ELEMENT))
    complete_element (additions, text);
  else if (g_str_has_prefix (text->str, "<</Type/Catalog/"))
    complete_catalogue (additions, text);
}

/* What is drawn on a page gets marks. */
static GByteArray *
mark (const guint8 *content,
      gsize         size)
{
  return atlas_pdf_is_page_content (content, size) ? atlas_pdf_mark_artifacts (content, size) : NULL;
}

/* A file without what was to be added is none that may be given away. */
static gboolean
check (const Additions  *additions,
       GError          **error)
{
  if (additions->has_catalogue && additions->n_figures == additions->descriptions->len)
    return TRUE;
  g_set_error_literal (error, ATLAS_REPORT_ERROR, ATLAS_REPORT_ERROR_WRITE,
                       _("The PDF could not be completed: cairo has not written it as expected"));
  return FALSE;
}

GBytes *
atlas_pdf_make_accessible (GBytes         *pdf,
                           AtlasLanguage   language,
                           GPtrArray      *descriptions,
                           guint           n_front,
                           GError        **error)
{
  Additions additions = { language, descriptions, 0, n_front, FALSE };
  const AtlasPdfChanges changes = { complete, mark, &additions };
  g_autoptr (GBytes) rewritten = atlas_pdf_rewrite (pdf, &changes, error);

  return rewritten != NULL && check (&additions, error) ? g_steal_pointer (&rewritten) : NULL;
}
