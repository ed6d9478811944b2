standing-party = 缔约国
standing-contracting = 已同意受约束的国家
standing-signatory = 签署国
standing-withdrawn = 已退出
standing-none = 未加入
