/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/pdf-accessibility.h"

#include <glib/gi18n.h>
#include <qpdf/qpdf-c.h>

#include "reports/report-file.h"

/* A tree of structure elements is a few levels deep; a deeper one is not ours. */
#define MAX_DEPTH 32

typedef struct {
  qpdf_data pdf;
  GPtrArray *descriptions;
  guint n_figures; /* seen so far */
  qpdf_oh scope;   /* what all header cells share */
} Walk;

static void
set_key (qpdf_data   pdf,
         qpdf_oh     dictionary,
         const char *key,
         qpdf_oh     value)
{
  qpdf_oh_replace_key (pdf, dictionary, key, value);
}

static void
describe_figure (Walk    *walk,
                 qpdf_oh  element)
{
  const char *description;

  if (walk->n_figures >= walk->descriptions->len)
    return;
  description = g_ptr_array_index (walk->descriptions, walk->n_figures++);
  set_key (walk->pdf, element, "/Alt", qpdf_oh_new_unicode_string (walk->pdf, description));
}

/* All our header cells stand over a column. */
static qpdf_oh
make_scope (qpdf_data pdf)
{
  qpdf_oh attributes = qpdf_oh_new_dictionary (pdf);

  set_key (pdf, attributes, "/O", qpdf_oh_new_name (pdf, "/Table"));
  set_key (pdf, attributes, "/Scope", qpdf_oh_new_name (pdf, "/Column"));
  return attributes;
}

/* Whether figures or header cells may stand within an element of the KIND: not within those that make up most of a
 * document. */
static gboolean
is_container (const char *kind)
{
  static const char *const plain[] = { "/TD", "/P", "/Caption", "/TOC", "/H1", "/H2", "/H3", "/H4", NULL };

  return !g_strv_contains (plain, kind);
}

static void walk_elements (Walk *walk, qpdf_oh node, guint depth);

static void
walk_element (Walk    *walk,
              qpdf_oh  element,
              guint    depth)
{
  qpdf_oh name = qpdf_oh_get_key (walk->pdf, element, "/S");
  const char *kind = qpdf_oh_is_name (walk->pdf, name) ? qpdf_oh_get_name (walk->pdf, name) : "";
  gboolean is_open = is_container (kind);

  if (g_str_equal (kind, "/Figure"))
    describe_figure (walk, element);
  else if (g_str_equal (kind, "/TH"))
    set_key (walk->pdf, element, "/A", walk->scope);
  qpdf_oh_release (walk->pdf, name);
  if (is_open)
    {
      qpdf_oh children = qpdf_oh_get_key (walk->pdf, element, "/K");

      walk_elements (walk, children, depth + 1);
      qpdf_oh_release (walk->pdf, children);
    }
}

/* Elements in reading order: an element, or an array of them; numbers are marked content. There are tens of thousands in
 * a long report, so no handle is kept. */
static void
walk_elements (Walk    *walk,
               qpdf_oh  node,
               guint    depth)
{
  if (depth > MAX_DEPTH)
    return;
  if (qpdf_oh_is_dictionary (walk->pdf, node))
    walk_element (walk, node, depth);
  else if (qpdf_oh_is_array (walk->pdf, node))
    for (int i = 0, n = qpdf_oh_get_array_n_items (walk->pdf, node); i < n; i++)
      {
        qpdf_oh item = qpdf_oh_get_array_item (walk->pdf, node, i);

        walk_elements (walk, item, depth + 1);
        qpdf_oh_release (walk->pdf, item);
      }
}

/* From page FIRST on, STYLE: "/D" for 1, 2, 3 …, "/r" for i, ii, iii … */
static void
add_label_range (qpdf_data   pdf,
                 qpdf_oh     ranges,
                 guint       first,
                 const char *style)
{
  qpdf_oh range = qpdf_oh_new_dictionary (pdf);

  set_key (pdf, range, "/S", qpdf_oh_new_name (pdf, style));
  qpdf_oh_append_item (pdf, ranges, qpdf_oh_new_integer (pdf, first));
  qpdf_oh_append_item (pdf, ranges, range);
}

/* Pages are labelled as they are numbered; for 1, 2, 3 … alone cairo writes an empty list. */
static void
label_pages (qpdf_data pdf,
             qpdf_oh   root,
             guint     n_front)
{
  qpdf_oh ranges = qpdf_oh_new_array (pdf);
  qpdf_oh labels = qpdf_oh_new_dictionary (pdf);

  if (n_front > 0)
    add_label_range (pdf, ranges, 0, "/r");
  add_label_range (pdf, ranges, n_front, "/D");
  set_key (pdf, labels, "/Nums", ranges);
  set_key (pdf, root, "/PageLabels", labels);
}

static void
add_to_catalogue (qpdf_data      pdf,
                  AtlasLanguage  language,
                  GPtrArray     *descriptions,
                  guint          n_front)
{
  qpdf_oh root = qpdf_get_root (pdf);
  qpdf_oh preferences = qpdf_oh_new_dictionary (pdf);
  qpdf_oh structure = qpdf_oh_get_key (pdf, root, "/StructTreeRoot");
  Walk walk = { pdf, descriptions, 0, make_scope (pdf) };

  set_key (pdf, root, "/Lang",
           qpdf_oh_new_unicode_string (pdf, language == ATLAS_LANGUAGE_CHINESE ? "zh-CN" : "en"));
  set_key (pdf, preferences, "/DisplayDocTitle", qpdf_oh_new_bool (pdf, QPDF_TRUE));
  set_key (pdf, root, "/ViewerPreferences", preferences);
  label_pages (pdf, root, n_front);
  if (qpdf_oh_is_dictionary (pdf, structure))
    walk_elements (&walk, qpdf_oh_get_key (pdf, structure, "/K"), 0);
}

static gboolean
check (qpdf_data   pdf,
       GError    **error)
{
  if (!qpdf_has_error (pdf))
    return TRUE;
  g_set_error (error, ATLAS_REPORT_ERROR, ATLAS_REPORT_ERROR_WRITE, _("The PDF could not be completed: %s"),
               qpdf_get_error_full_text (pdf, qpdf_get_error (pdf)));
  return FALSE;
}

static GBytes *
write_bytes (qpdf_data   pdf,
             GError    **error)
{
  qpdf_init_write_memory (pdf);
  qpdf_set_deterministic_ID (pdf, QPDF_TRUE);
  qpdf_set_object_stream_mode (pdf, qpdf_o_generate);
  qpdf_write (pdf);
  if (!check (pdf, error))
    return NULL;
  return g_bytes_new (qpdf_get_buffer (pdf), qpdf_get_buffer_length (pdf));
}

GBytes *
atlas_pdf_make_accessible (GBytes         *pdf,
                           AtlasLanguage   language,
                           GPtrArray      *descriptions,
                           guint           n_front,
                           GError        **error)
{
  qpdf_data data = qpdf_init ();
  GBytes *result = NULL;
  gsize size;
  const char *bytes = g_bytes_get_data (pdf, &size);

  qpdf_silence_errors (data);
  qpdf_set_suppress_warnings (data, QPDF_TRUE);
  qpdf_read_memory (data, "report.pdf", bytes, size, NULL);
  if (check (data, error))
    {
      add_to_catalogue (data, language, descriptions, n_front);
      if (check (data, error))
        result = write_bytes (data, error);
    }
  qpdf_cleanup (&data);
  return result;
}
