exports.greet = (name) => `${name}，你好`
