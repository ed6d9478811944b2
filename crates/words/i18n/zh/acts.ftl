## 条约用语中的行为与地位。

act-signature = 签署
act-definitive-signature = 确定签署
act-succession-to-signature = 对签署的继承
act-ratification = 批准
act-acceptance = 接受
act-approval = 核准
act-accession = 加入
act-succession = 继承
act-formal-confirmation = 正式确认
act-consent-to-be-bound = 同意受约束
act-provisional-application = 暂时适用
act-provisional-application-ended = 终止暂时适用
act-withdrawal-notified = 退出通知
act-withdrawal-held-back = 退出暂缓
act-withdrawal-rescinded = 撤回退出通知
act-withdrawal-effective = 退出生效
act-ratification-withdrawn = 撤回批准
act-intention-not-to-become-party = 不打算成为缔约方的通知
act-declaration = 声明
act-reservation = 保留
act-objection = 反对
act-territorial-scope = 领土范围
