using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Segments;

internal static class SegmentsRules
{
    public static readonly Rule NothingToPublish = new(
        "customers.segment-without-draft", "The segment has no draft. Change its rules first.", "该客群没有草稿，请先修改规则。");

    public static readonly Rule NotPublished = new(
        "customers.segment-not-published", "No version of the segment is in force. Publish its draft first.", "该客群没有生效的版本，请先发布草稿。");

    public static readonly Rule SampleTooLarge = new(
        "customers.sample-too-large", "There are {1} customers to draw from, and {0} are wanted.", "可抽取的客户有 {1} 个，而要求抽取 {0} 个。");
}
