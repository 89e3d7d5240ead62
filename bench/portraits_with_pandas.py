"""The analysis of `npm run bench`'s Portraits in pandas and scikit-learn, for comparison.

Reads the same file of orders, computes the same kind of features for every customer, assigns everybody to stored
centroids of factor scores and takes the same kind of facts of each group. The fit itself is not measured.

Usage: python3 bench/portraits_with_pandas.py FILE
Prints one JSON object: seconds of reading, of features with assignment and facts, and the peak of memory.
Written for pandas 1.5 and scikit-learn 1.2 (Debian 12: python3-pandas, python3-sklearn).
"""

import json
import resource
import sys
import time

import numpy as np
import pandas as pd
from sklearn.cluster import KMeans
from sklearn.decomposition import FactorAnalysis
from sklearn.preprocessing import StandardScaler

start = time.perf_counter()
lines = pd.read_csv(
    sys.argv[1],
    parse_dates=["placedAt"],
    dtype={"channel": "category", "category": "category", "brand": "category"},
)
reading = time.perf_counter() - start

start = time.perf_counter()
lines["paid"] = lines["quantity"] * lines["unitPrice"] - lines["discount"]
lines["day"] = lines["placedAt"].dt.normalize()
orders = lines.groupby(["email", "order"], sort=False, as_index=False).agg(
    day=("day", "first"),
    channel=("channel", "first"),
    gift=("gift", "first"),
    paid=("paid", "sum"),
    items=("quantity", "sum"),
    discount=("discount", "sum"),
)
orders = orders.sort_values(["email", "day"])
orders["gap"] = orders.groupby("email", sort=False)["day"].diff().dt.days
orders["discounted"] = orders["discount"] > 0
orders["gift"] = orders["gift"] == "yes"
orders["app"] = orders["channel"] == "app"
orders["holiday"] = orders["day"].dt.month >= 11
orders["weekend"] = orders["day"].dt.dayofweek >= 5
customers = orders.groupby("email", sort=False).agg(
    orders=("order", "size"),
    paid=("paid", "sum"),
    items=("items", "sum"),
    first=("day", "min"),
    last=("day", "max"),
    gap=("gap", "mean"),
    gap_spread=("gap", "std"),
    discount_share=("discounted", "mean"),
    gift_share=("gift", "mean"),
    app_share=("app", "mean"),
    holiday_share=("holiday", "mean"),
    weekend_share=("weekend", "mean"),
)
as_of = orders["day"].max()
days = (customers["last"] - customers["first"]).dt.days.clip(lower=365)
features = pd.DataFrame(
    {
        "orders_per_year": np.log(customers["orders"] / days * 365.25),
        "order_value": np.log(customers["paid"] / customers["orders"]),
        "items_per_order": np.log(customers["items"] / customers["orders"]),
        "unit_price": np.log(customers["paid"] / customers["items"]),
        "recency": np.log1p((as_of - customers["last"]).dt.days),
        "tenure": np.log1p((as_of - customers["first"]).dt.days),
        "gap": np.log1p(customers["gap"]),
        "gap_spread": customers["gap_spread"] / customers["gap"].clip(lower=1),
        "discount_share": customers["discount_share"],
        "gift_share": customers["gift_share"],
        "app_share": customers["app_share"],
        "holiday_share": customers["holiday_share"],
        "weekend_share": customers["weekend_share"],
    }
)
by_category = lines.pivot_table(
    index="email", columns="category", values="paid", aggfunc="sum", fill_value=0, observed=True
)
by_category = by_category.div(by_category.sum(axis=1), axis=0).reindex(features.index)
largest_brand = lines.groupby(["email", "brand"], observed=True)["paid"].sum().groupby(level=0).max()
features["brand_share"] = largest_brand / customers["paid"]
features = pd.concat([features, by_category.iloc[:, :6]], axis=1)
features = features.fillna(features.mean())
shaping = time.perf_counter() - start

# The model: fitted on at most 50,000 customers, not measured.
sample = features.iloc[:50_000]
scaler = StandardScaler().fit(sample)
factors = FactorAnalysis(n_components=6, rotation="varimax").fit(scaler.transform(sample))
groups = KMeans(6, n_init=3, random_state=0).fit(factors.transform(scaler.transform(sample)))

start = time.perf_counter()
scores = factors.transform(scaler.transform(features).clip(-3.5, 3.5))
customers["persona"] = groups.predict(scores)
facts = customers.groupby("persona").agg(
    customers=("orders", "size"),
    orders=("orders", "sum"),
    paid=("paid", "sum"),
    items=("items", "sum"),
    gap=("gap", "median"),
    discount_share=("discount_share", "mean"),
    gift_share=("gift_share", "mean"),
    holiday_share=("holiday_share", "mean"),
    weekend_share=("weekend_share", "mean"),
)
lines["persona"] = lines["email"].map(customers["persona"])
splits = [
    lines.groupby(["persona", column], observed=True)["paid"].sum()
    for column in ["category", "brand", "channel"]
]
months = lines.groupby(["persona", lines["day"].dt.month]).size()
assigning = time.perf_counter() - start
assert len(facts) == 6 and len(splits) == 3 and len(months) > 0

print(
    json.dumps(
        {
            "seconds": shaping + assigning,
            "readingSeconds": reading,
            "peakMegabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        }
    )
)
