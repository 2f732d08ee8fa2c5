using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Fields;

internal enum FieldType
{
    [Label("Text", "文本")]
    Text,
    [Label("Number", "数字")]
    Number,
    [Label("Date", "日期")]
    Date,
    [Label("Yes or no", "是或否")]
    Flag,
    [Label("One of a list", "单选")]
    Choice,
    [Label("Several of a list", "多选")]
    Choices,
}
