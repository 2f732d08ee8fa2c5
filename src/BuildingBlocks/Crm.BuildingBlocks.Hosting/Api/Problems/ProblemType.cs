namespace Crm.BuildingBlocks.Hosting.Api.Problems;

/// <summary>The kinds of problem a caller can meet, each with a stable name; broken rules add theirs behind <c>urn:crm:rule:</c>.</summary>
public sealed record ProblemType(string Urn, int Status, Phrase Title, Phrase Detail)
{
    public static readonly ProblemType Validation = new("urn:crm:validation", 400,
        new("The input is not valid.", "输入无效。"),
        new("Mend what 'errors' names and send the request again.", "请按 'errors' 中的说明修正后重新发送。"));

    public static readonly ProblemType Unauthenticated = new("urn:crm:unauthenticated", 401,
        new("It is not known who calls.", "调用方身份未知。"),
        new("{0}", "{0}"));

    public static readonly ProblemType Forbidden = new("urn:crm:forbidden", 403,
        new("You may not do this.", "您无权执行此操作。"),
        new("The permission '{0}' is missing. Ask an administrator for a role that has it.", "缺少权限 '{0}'，请联系管理员授予包含该权限的角色。"));

    public static readonly ProblemType NotFound = new("urn:crm:not-found", 404,
        new("There is no such thing.", "未找到。"),
        new("There is no {0} '{1}', or you may not see it.", "没有 {0} '{1}'，或者您无权查看。"));

    public static readonly ProblemType NoSuchAddress = new("urn:crm:not-found", 404,
        new("There is no such address.", "没有该地址。"),
        new("Nothing answers at this address. /openapi/v1.json describes what does.", "此地址没有任何资源，可用资源见 /openapi/v1.json。"));

    public static readonly ProblemType MethodNotAllowed = new("urn:crm:method-not-allowed", 405,
        new("This address does not take that method.", "此地址不支持该方法。"),
        new("The Allow header names the methods it takes.", "可用方法见 Allow 响应头。"));

    public static readonly ProblemType Rule = new("urn:crm:rule:", 409,
        new("A business rule forbids it.", "业务规则不允许。"),
        new("{0}", "{0}"));

    public static readonly ProblemType Conflict = new("urn:crm:conflict", 409,
        new("Somebody else was faster.", "存在并发冲突。"),
        new("A concurrent change got in the way. Read the present state and try again.", "并发修改导致冲突，请读取最新状态后重试。"));

    public static readonly ProblemType Stale = new("urn:crm:stale", 412,
        new("The record has changed since you read it.", "记录在您读取之后已被修改。"),
        new("It is at version {0} now. 'changed' holds the fields that changed since, with their present values.",
            "当前版本为 {0}。'changed' 列出此后变更的字段及其当前值。"));

    public static readonly ProblemType TooLarge = new("urn:crm:too-large", 413,
        new("The body is too large.", "请求体过大。"),
        new("Send less at once, or use an import.", "请减少单次发送的内容，或使用导入功能。"));

    public static readonly ProblemType UnsupportedMediaType = new("urn:crm:unsupported-media-type", 415,
        new("The body is of a type that is not understood.", "不支持的内容类型。"),
        new("Send the body as {0}.", "请以 {0} 发送请求体。"));

    public static readonly ProblemType IdempotencyKeyReused = new("urn:crm:idempotency-key-reused", 422,
        new("The Idempotency-Key belongs to another request.", "该 Idempotency-Key 已用于其他请求。"),
        new("Use a new key for a new request; repeat a request unchanged to get its first reply again.", "新请求请使用新的键；原样重发请求可再次得到首次的响应。"));

    public static readonly ProblemType PreconditionRequired = new("urn:crm:precondition-required", 428,
        new("Say which version you saw.", "请说明您所看到的版本。"),
        new("Send If-Match with the ETag of the record as you read it.", "请在 If-Match 中发送读取记录时得到的 ETag。"));

    public static readonly ProblemType TooManyRequests = new("urn:crm:too-many-requests", 429,
        new("A limit is used up.", "已达到限制。"),
        new("{0}", "{0}"));

    public static readonly ProblemType Unavailable = new("urn:crm:unavailable", 503,
        new("The system cannot answer just now.", "系统暂时无法响应。"),
        new("The database is away or the system is starting. Try again after the time in Retry-After.", "数据库不可用或系统正在启动，请在 Retry-After 所示时间后重试。"));

    public static readonly ProblemType Away = new(Unavailable.Urn, Unavailable.Status, Unavailable.Title, new("{0}", "{0}"));

    public static readonly ProblemType Unexpected = new("urn:crm:unexpected", 500,
        new("Something went wrong on our side.", "系统内部出错。"),
        new("Nothing was done. Tell your administrator the traceId.", "未执行任何操作，请将 traceId 告知管理员。"));
}
