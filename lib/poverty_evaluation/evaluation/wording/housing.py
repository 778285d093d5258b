"""Câu chữ của biểu hỗ trợ nhà ở."""

from poverty_evaluation.evaluation.patterns import Pattern

HOUSING = Pattern(vi="Kết quả hỗ trợ nhà ở", en="Housing support")
HOUSING_BY_WARD = Pattern(vi="Kết quả hỗ trợ nhà ở theo xã, phường", en="Housing support by ward and commune")
WARD = Pattern(vi="Xã, phường", en="Ward or commune")
CONTENT = Pattern(vi="Nội dung hỗ trợ", en="Support")
HOUSES = Pattern(vi="Tổng số nhà (nhà)", en="Houses")
NEW_BUILT = Pattern(vi="Xây mới (nhà)", en="Newly built (houses)")
REPAIRED = Pattern(vi="Sửa chữa (nhà)", en="Repaired (houses)")
HOUSES_HEAD = Pattern(vi="Số nhà (nhà)", en="Houses")
NEW_BUILT_SHORT = Pattern(vi="Xây mới", en="Newly built")
REPAIRED_SHORT = Pattern(vi="Sửa chữa", en="Repaired")
NOT_BY_WARD = Pattern(vi="Chưa chia theo xã, phường", en="Not told by ward")
TOTAL_NOTE = Pattern(
    vi="Tổng số không cộng khoản “trong đó”; một nhà được nhiều đơn vị nêu chỉ tính một lần khi các đơn vị báo cáo "
    "cùng một việc.",
    en="Parts are not added to the total; a house told by several counts once where they report the same event.",
)
