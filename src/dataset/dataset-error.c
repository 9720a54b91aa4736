/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/dataset-error.h"

G_DEFINE_QUARK (atlas-dataset-error-quark, atlas_dataset_error)
