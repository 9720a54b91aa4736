/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Appends TEXT so that it can stand in an element or between the quotes of an attribute. Characters that XML cannot hold at
 * all are left out. */
void atlas_xml_append_text      (GString *xml, const char *text);
/* Appends TEXT, all of whose blanks, tabs and line ends are kept, as an OpenDocument paragraph holds them. */
void atlas_xml_append_running_text (GString *xml, const char *text);
/* Appends the attribute NAME. */
void atlas_xml_append_attribute (GString *xml, const char *name, const char *value);
/* The same with a length in points, such as "10.5pt" in every locale. */
void atlas_xml_append_length    (GString *xml, const char *name, double points);
/* Appends the element NAME with nothing in it but TEXT. */
void atlas_xml_append_element   (GString *xml, const char *name, const char *text);

G_END_DECLS
